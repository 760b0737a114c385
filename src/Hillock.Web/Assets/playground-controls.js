// @ts-check
// The settings beside the network: what they show, and what they say when they are changed.
import { field as at } from './site.js';
import { keep } from './playground-setup.js';
/** @import { Setup } from './wire.js' */

const NUMBERS = ['samples', 'seed', 'batch'], CHOSEN = ['init', 'optimizer', 'norm'], CHECKED = ['dropout', 'clip'];

/**
 * @param {{ own: string, longestCsv: number, noises: Record<string, number> }} choices
 * @param {{ change: (what: Partial<Setup>) => void, rate: (rate: number) => void, speed: (speed: number) => void }} on
 */
export function controls(choices, on) {
  /** @type {string | null} */
  let csv = null;

  /** Shows a setup. @param {Setup} setup */
  function fill(setup) {
    csv = setup.csv;
    ['data', 'rate', 'speed', ...NUMBERS, ...CHOSEN].forEach(name => { at(name).value = String(/** @type {any} */ (setup)[name]); });
    CHECKED.forEach(name => { at(name).checked = /** @type {any} */ (setup)[name]; });
    at('noise').value = String(setup.noise ?? choices.noises[setup.data] ?? '');
    at('against').value = setup.against ?? '';
    own(setup.data === choices.own, setup.csvName);
  }

  /** @param {boolean} isOwn  whether the rows are the visitor's own @param {string | null} name */
  function own(isOwn, name) {
    at('own').hidden = !isOwn;
    at('samples-label').hidden = at('noise-label').hidden = isOwn;
    at('csv-name').textContent = !isOwn ? '' : csv ? name ?? '' : 'Choose a file.';
  }

  for (const name of NUMBERS) {
    at(name).addEventListener('change', () => on.change({ [name]: Number(at(name).value) }));
  }
  for (const name of CHOSEN) {
    at(name).addEventListener('change', () => on.change({ [name]: at(name).value }));
  }
  for (const name of CHECKED) {
    at(name).addEventListener('change', () => on.change({ [name]: at(name).checked }));
  }
  at('rate').addEventListener('change', () => on.rate(Number(at('rate').value)));
  at('speed').addEventListener('change', () => on.speed(Number(at('speed').value)));
  at('noise').addEventListener('change', () => on.change({ noise: at('noise').value === '' ? null : Number(at('noise').value) }));
  at('against').addEventListener('change', () => on.change({ against: at('against').value.trim() || null }));
  at('data').addEventListener('change', () => {
    const data = at('data').value;
    if (data === choices.own && !csv) {
      // What runs goes on until there are rows.
      own(true, null);
      at('csv').focus();
      return;
    }
    on.change({ data, noise: null });
  });
  at('csv').addEventListener('change', async () => {
    const file = at('csv').files[0];
    // Read only what can be sent; the server says what is too much.
    if (file) {
      const text = await file.slice(0, choices.longestCsv + 1).text();
      keep(file.name, text);
      on.change({ data: choices.own, csv: text, csvName: file.name, noise: null });
    }
  });
  at('settings').addEventListener('submit', (/** @type {Event} */ event) => event.preventDefault());
  return { fill };
}
