// @ts-check
// What a playground is made from, as the server knows it, and how an address says it.
/** @import { HiddenLayer, Setup } from './wire.js' */

const KEPT = 'hillock-csv ';

/** The setup that an address means. @param {URLSearchParams} query @param {Setup} defaults @returns {Setup} */
export function read(query, defaults) {
  /** @type {any} */
  const setup = { ...defaults, layers: defaults.layers.map(layer => ({ ...layer })) };
  for (const [key, value] of Object.entries(defaults)) {
    const said = query.get(key);
    if (said === null || key === 'layers' || key === 'csv') {
      continue;
    }
    setup[key] = typeof value === 'number' || key === 'noise' ? number(said, value) : typeof value === 'boolean' ? said === 'true' : said;
  }
  if (query.has('layer')) {
    setup.layers = query.getAll('layer').filter(text => text).map(text => {
      const [, units, activation] = /^\s*(\d+)\s*(.*)$/.exec(text) ?? [, '8', text];
      return { units: Number(units), activation: (activation ?? '').trim() };
    });
  }
  // Links from functions and lessons name one activation for all layers.
  const everywhere = query.get('activation');
  if (everywhere) {
    setup.layers = setup.layers.map((/** @type {HiddenLayer} */ layer) => ({ ...layer, activation: everywhere }));
  }
  setup.csv = setup.data === 'own' ? sessionStorage.getItem(KEPT + setup.csvName) : null;
  return setup;
}

/** What an address says of a setup: only where it differs from what is meant anyway. @param {Setup} setup @param {Setup} defaults */
export function write(setup, defaults) {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(setup)) {
    if (key !== 'layers' && key !== 'csv' && value !== null && value !== /** @type {any} */ (defaults)[key]) {
      query.set(key, String(value));
    }
  }
  if (JSON.stringify(setup.layers) !== JSON.stringify(defaults.layers)) {
    setup.layers.forEach(layer => query.append('layer', `${layer.units} ${layer.activation}`));
    if (setup.layers.length === 0) {
      query.append('layer', '');
    }
  }
  const text = query.toString();
  return location.pathname + (text ? `?${text}` : '');
}

/** Keeps the visitor's own rows while the tab is open. @param {string} name @param {string} csv */
export function keep(name, csv) {
  try {
    sessionStorage.setItem(KEPT + name, csv);
  } catch {
    // There is no room for it: when the page is loaded again the file is asked for again.
  }
}

/** @param {string} said @param {any} otherwise */
function number(said, otherwise) {
  const value = Number(said);
  return said.trim() !== '' && Number.isFinite(value) ? value : otherwise;
}
