// @ts-check
// Where a function can be taken from its page: the addresses follow its parameters.

/** @returns {HTMLAnchorElement[]} */
export const places = () => [...document.querySelectorAll('a[data-to]')].map(link => /** @type {HTMLAnchorElement} */ (link));

/** @param {string} name */
export function lead(name) {
  places().forEach(link => { link.href = link.dataset.to + encodeURIComponent(name); });
}
