// @ts-check
// The gallery filters while one types: the server says which functions, this page shows them, and its address says what was asked.
import { get } from './site.js';

const PAUSE = 80;
const form = /** @type {HTMLFormElement} */ (document.querySelector('form.finder'));
const list = /** @type {HTMLElement} */ (document.querySelector('.gallery'));
const found = /** @type {HTMLElement} */ (document.querySelector('.found'));
const nothing = /** @type {HTMLElement} */ (document.querySelector('.nothing'));
const clear = /** @type {HTMLElement} */ (document.querySelector('.clear'));
const cards = new Map(/** @type {HTMLElement[]} */ ([...list.children]).map(card => [card.dataset.name, card]));
let asked = 0, pause = 0;

function query() {
  return new URLSearchParams(/** @type {[string, string][]} */ ([...new FormData(form)].filter(([, value]) => value !== '')));
}

async function filter() {
  const mine = ++asked, parameters = query().toString();
  try {
    const { names, told } = /** @type {{ names: string[], told: string }} */ (await get(`/functions/names?${parameters}`));
    if (mine !== asked) {
      return;
    }
    const matching = new Set(names);
    for (const [name, card] of cards) {
      card.hidden = !matching.has(name ?? '');
    }
    list.append(...names.map(name => /** @type {HTMLElement} */ (cards.get(name))));
    found.textContent = told;
    nothing.hidden = names.length > 0;
    clear.hidden = names.length === cards.size;
    history.replaceState(null, '', parameters ? `?${parameters}` : location.pathname);
  } catch (error) {
    found.textContent = /** @type {Error} */ (error).message;
  }
}

form.addEventListener('input', () => {
  clearTimeout(pause);
  pause = window.setTimeout(filter, PAUSE);
});
form.addEventListener('submit', event => {
  event.preventDefault();
  filter();
});
// A browser that comes back may fill the form in by itself.
window.addEventListener('pageshow', event => event.persisted || query().toString() === location.search.slice(1) || filter());
form.classList.add('live');
