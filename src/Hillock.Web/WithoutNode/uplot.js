// @ts-check
// Stands in for uPlot in a build made without Node: says so where curves would be. Captions, sentences and tables are there all the same.
export default class {
  /** @param {{ height: number }} _options @param {unknown} _data @param {HTMLElement} target */
  constructor(_options, _data, target) {
    this.note = document.createElement('p');
    this.note.textContent = 'No curves: this build was made without Node.js. Install it and build again; the numbers are below.';
    target.append(this.note);
  }

  setData() {}

  setSize() {}

  destroy() {
    this.note.remove();
  }
}
