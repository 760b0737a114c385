// @ts-check
// The numbers of a picture, for those who do not see it and those who want to know: a table that is made while its fold is open.
import { element } from './site.js';

/** @typedef {{ caption?: string, heads: string[], rows: string[][] }} Table  the first cell of a row says what the row is */

/** @param {string} label  what the numbers are of @param {() => Table | null} read */
export function fold(label, read) {
  const node = /** @type {HTMLDetailsElement} */ (element('details', {}, element('summary', {}, 'The numbers')));

  /** Makes the table anew if it is seen. */
  function draw() {
    const table = node.open ? read() : null;
    if (table) {
      node.querySelector('.wide')?.remove();
      node.append(element('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-label': `${label}: the numbers` }, made(table)));
    }
  }

  node.addEventListener('toggle', draw);
  return { node, draw };
}

/** @param {Table} table */
function made({ caption, heads, rows }) {
  return element('table', {}, ...(caption ? [element('caption', {}, caption)] : []),
    element('thead', {}, element('tr', {}, ...heads.map((head, i) => element('th', { scope: 'col', ...(i ? { class: 'n' } : {}) }, head)))),
    element('tbody', {}, ...rows.map(([name, ...cells]) => element('tr', {}, element('th', { scope: 'row', class: 'n' }, name), ...cells.map(cell => element('td', { class: 'n' }, cell))))));
}
