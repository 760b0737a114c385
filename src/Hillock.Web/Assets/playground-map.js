// @ts-check
// What a network has learned: its boundary with the samples, or its curve.
import { element, show } from './site.js';
import { bytes, contour, css, mark, mix, paint, palette } from './playground-paint.js';

const SIZE = 480, ROWS = 7;

/** One map. @param {string} name @param {any} begun  what the server said of the data */
export function map(name, begun) {
  const canvas = /** @type {HTMLCanvasElement} */ (element('canvas', { width: String(SIZE), height: String(SIZE), role: 'img', 'aria-label': `${name}: not trained yet` }));
  const caption = element('figcaption'), numbers = /** @type {HTMLDetailsElement} */ (element('details', {}, element('summary', {}, 'The numbers')));
  const node = element('figure', { class: 'panel map' }, element('h2', {}, name), canvas, element('p', { class: 'legend soft' }, ...legend(begun)), caption, numbers);
  /** @type {any} */
  let last = null;

  /** @param {any} lane */
  function draw(lane) {
    last = lane;
    const values = bytes(lane.map), to = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    if (begun.kind === 'plane') {
      paint(canvas, values, begun.side, lane.sure ? bytes(lane.sure) : null, begun.task === 'Classes' ? .45 : .55);
      if (begun.task === 'Binary') {
        boundary(to, values, begun.side);
      }
      samples(to, begun);
    } else if (begun.kind === 'line') {
      curve(to, values, begun);
    }
    if (numbers.open) {
      table();
    }
  }

  function table() {
    numbers.querySelector('.wide')?.remove();
    const values = last && begun.kind !== 'image' ? bytes(last.map) : null;
    if (values) {
      numbers.append(element('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-label': `${name}: the numbers` }, begun.kind === 'plane' ? planeTable(values, begun) : lineTable(values, begun)));
    }
  }

  numbers.addEventListener('toggle', () => numbers.open && table());
  if (begun.kind === 'image') {
    canvas.hidden = numbers.hidden = true;
    caption.textContent = 'Pictures have no plane to be drawn in. The squares of the first layer show what each of its units looks for: its weights as a picture.';
  }
  return {
    node, draw,
    /** @param {string} text */
    tell(text) {
      canvas.setAttribute('aria-label', `${name}: ${text}`);
      if (begun.kind !== 'image') {
        caption.textContent = text;
      }
    },
    redraw: () => last && draw(last),
  };
}

/** @param {any} begun */
function legend(begun) {
  if (begun.kind === 'image') {
    return [];
  }
  if (begun.task === 'Regression') {
    return [begun.kind === 'line' ? 'Dots are samples, filled ones to learn from; the line is what the network says.' : 'Orange is high, blue is low; filled marks are samples to learn from.'];
  }
  const shapes = ['●', '■', '▲', '◆'], { classes } = palette();
  return [...begun.classes.slice(0, 6).flatMap((/** @type {string} */ one, /** @type {number} */ i) => {
    const sign = element('span', {}, shapes[i % 4]);
    sign.style.color = css(classes[i]);
    return [sign, ` ${one}\u2003`];
  }), ' (pale: to test with)'];
}

/** @param {CanvasRenderingContext2D} to @param {Uint8Array} values @param {number} side */
function boundary(to, values, side) {
  const cell = SIZE / side;
  to.strokeStyle = palette().ink;
  to.lineWidth = 2;
  to.beginPath();
  for (const [x1, y1, x2, y2] of contour(values, side)) {
    to.moveTo(x1 * cell, y1 * cell);
    to.lineTo(x2 * cell, y2 * cell);
  }
  to.stroke();
}

/** @param {CanvasRenderingContext2D} to @param {any} begun */
function samples(to, begun) {
  const { low, high, middle, classes, panel } = palette();
  const place = (/** @type {number} */ v) => (v / begun.reach + 1) / 2 * SIZE;
  to.lineWidth = 1;
  for (const [part, pale] of /** @type {[any, number][]} */ ([[begun.train, 0], [begun.test, .55]])) {
    part.x.forEach((/** @type {number} */ x, /** @type {number} */ i) => {
      const target = part.target[i], kind = begun.task === 'Regression' ? 0 : target;
      const tone = begun.task === 'Regression' ? mix(middle, target < 0 ? low : high, Math.min(1, .2 + Math.abs(target) / 2)) : classes[target % classes.length];
      to.fillStyle = css(mix(tone, middle, pale));
      to.strokeStyle = pale ? css(tone) : panel;
      mark(to, kind, place(x), SIZE - place(part.y[i]), 4);
    });
  }
}

/** Values of a regression are sent as bytes: 6 deviations in all. @param {number} byte */
const valueOf = byte => (byte / 255 - .5) * 6;

/** @param {CanvasRenderingContext2D} to @param {Uint8Array} values @param {any} begun */
function curve(to, values, begun) {
  const { low, high, ink, middle } = palette(), isChance = begun.task !== 'Regression';
  const high_ = isChance ? 1.15 : 2.6, low_ = isChance ? -.15 : -2.6;
  const px = (/** @type {number} */ x) => (x / begun.reach + 1) / 2 * SIZE, py = (/** @type {number} */ y) => SIZE - (y - low_) / (high_ - low_) * SIZE;
  to.fillStyle = css(middle);
  to.fillRect(0, 0, SIZE, SIZE);
  to.lineWidth = 1;
  for (const [part, pale] of /** @type {[any, number][]} */ ([[begun.train, .25], [begun.test, .75]])) {
    part.x.forEach((/** @type {number} */ x, /** @type {number} */ i) => {
      to.fillStyle = css(mix(low, middle, pale));
      to.strokeStyle = css(low);
      mark(to, isChance ? part.target[i] : 0, px(x), py(part.target[i]), 3);
    });
  }
  to.strokeStyle = ink;
  to.lineWidth = 5;
  const line = () => {
    to.beginPath();
    values.forEach((value, i) => to[i ? 'lineTo' : 'moveTo']((i + .5) / values.length * SIZE, py(isChance ? value / 255 : valueOf(value))));
    to.stroke();
  };
  line();
  to.strokeStyle = css(high);
  to.lineWidth = 3;
  line();
}

/** @param {Uint8Array} values @param {any} begun */
function planeTable(values, begun) {
  const at = Array.from({ length: ROWS }, (_, i) => Math.round((i + .5) / ROWS * begun.side - .5));
  const where = (/** @type {number} */ cell) => show(((2 * cell + 1) / begun.side - 1) * begun.reach, 2);
  const says = (/** @type {number} */ v) => begun.task === 'Binary' ? `${Math.round(v / 2.55)} %` : begun.task === 'Classes' ? begun.classes[v] : show(valueOf(v), 2);
  const what = begun.task === 'Binary' ? `Chance of ${begun.classes[1]}` : begun.task === 'Classes' ? 'Class' : 'Value, in deviations';
  return element('table', {}, element('caption', {}, `${what}, at places of the plane (in deviations of the data)`),
    element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, `${begun.features[1]} \\ ${begun.features[0]}`), ...at.map(x => element('th', { scope: 'col', class: 'n' }, where(x))))),
    element('tbody', {}, ...at.map(y => element('tr', {}, element('th', { scope: 'row', class: 'n' }, where(begun.side - 1 - y)), ...at.map(x => element('td', { class: 'n' }, says(values[y * begun.side + x])))))));
}

/** @param {Uint8Array} values @param {any} begun */
function lineTable(values, begun) {
  return element('table', {}, element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, begun.features[0]), element('th', { scope: 'col' }, 'network says'))),
    element('tbody', {}, ...Array.from({ length: 21 }, (_, i) => Math.round(i / 20 * (values.length - 1))).map(i => element('tr', {},
      element('th', { scope: 'row', class: 'n' }, show(((2 * i + 1) / values.length - 1) * begun.reach, 2)), element('td', { class: 'n' }, show(begun.task === 'Regression' ? valueOf(values[i]) : values[i] / 255, 2))))));
}
