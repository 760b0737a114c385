// @ts-check
// The page of one function: its address follows its parameters.
import { sheet } from './functions-sheet.js';

const root = /** @type {HTMLElement | null} */ (document.querySelector('.sheet'));
if (root) {
  sheet(root, (data, parameters) => {
    const query = parameters.toString();
    history.replaceState(null, '', query ? `?${query}` : location.pathname);
    links(data.name);
  }).begin();
}

/** Where the function can be taken. @param {string} name */
function links(name) {
  const text = encodeURIComponent(name);
  document.querySelector('[data-play]')?.setAttribute('href', `/playground?activation=${text}`);
  document.querySelector('[data-compare]')?.setAttribute('href', `/functions/compare?f=${text}`);
}
