// @ts-check
// A formula that is drawn while it is typed.
import { piece } from './site.js';
import { lead, places } from './functions-onward.js';
import { sheet } from './functions-sheet.js';

const PAUSE = 150;
const root = /** @type {HTMLElement} */ (document.querySelector('.sheet'));
const form = /** @type {HTMLFormElement} */ (document.querySelector('form.own'));
const box = /** @type {HTMLTextAreaElement} */ (form.querySelector('textarea'));
const problem = /** @type {HTMLElement} */ (form.querySelector('[data-problem]'));
/** @type {AbortController | undefined} */
let asking;
let pause = 0;

const shown = sheet(root, (data, parameters) => {
  parameters.delete('f');
  parameters = new URLSearchParams([['f', data.text], ...parameters]);
  history.replaceState(null, '', `/own?${parameters}`);
  lead(data.name);
});

async function read() {
  asking?.abort();
  const mine = asking = new AbortController();
  try {
    const answer = await piece(`/functions/about?${new URLSearchParams({ f: box.value })}`, mine.signal);
    problem.textContent = '';
    box.removeAttribute('aria-invalid');
    root.hidden = false;
    root.classList.remove('stale');
    places().forEach(link => { link.hidden = false; });
    await shown.put(answer);
  } catch (error) {
    if (!mine.signal.aborted) {
      problem.textContent = /** @type {Error} */ (error).message;
      box.setAttribute('aria-invalid', 'true');
      root.classList.add('stale');
      places().forEach(link => { link.hidden = true; });
    }
  }
}

box.addEventListener('input', () => {
  clearTimeout(pause);
  pause = window.setTimeout(read, PAUSE);
});
form.addEventListener('submit', event => {
  event.preventDefault();
  read();
});
form.classList.add('live');
if (!root.hidden) {
  shown.begin();
}
