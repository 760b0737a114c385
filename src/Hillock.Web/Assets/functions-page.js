// @ts-check
// The page of one function: its address follows its parameters.
import { lead } from './functions-onward.js';
import { sheet } from './functions-sheet.js';

const root = /** @type {HTMLElement | null} */ (document.querySelector('.sheet'));
if (root) {
  sheet(root, (data, parameters) => {
    const query = parameters.toString();
    history.replaceState(null, '', query ? `?${query}` : location.pathname);
    lead(data.name);
  }).begin();
}
