// @ts-check
// What all scripts of the site share.

/** Sends something that changes something, with the token of this page. A refusal is thrown with its sentence.
 * @param {string} path
 * @param {unknown} [body]  what is sent as JSON; a FormData goes as it is
 * @returns {Promise<any>}
 */
export async function post(path, body) {
  const form = body instanceof FormData;
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'X-Hillock-Token': meta('token'), Accept: 'application/json', ...(form ? {} : { 'Content-Type': 'application/json' }) },
    body: form ? body : JSON.stringify(body ?? {}),
  });
  return answer(response);
}

/** @param {string} path @returns {Promise<any>} */
export async function get(path) {
  return answer(await fetch(path, { headers: { Accept: 'application/json' } }));
}

/** A piece of a page, to be put into this one. @param {string} path @param {AbortSignal} [signal] @returns {Promise<DocumentFragment>} */
export async function piece(path, signal) {
  const response = await fetch(path, { headers: { Accept: 'application/json' }, signal });
  if (!response.ok) {
    await answer(response);
  }
  const template = document.createElement('template');
  template.innerHTML = await response.text();
  return template.content;
}

/** @param {Response} response */
async function answer(response) {
  const type = response.headers.get('Content-Type') ?? '';
  const body = type.includes('json') ? await response.json() : null;
  if (!response.ok) {
    throw new Error(body?.error ?? 'The site does not answer; is it still running?');
  }
  return body;
}

/** @param {string} name */
function meta(name) {
  return /** @type {HTMLMetaElement | null} */ (document.querySelector(`meta[name="${name}"]`))?.content ?? '';
}

/** The element of that name, which is in the page. @param {string} id */
export const byId = id => /** @type {HTMLElement} */ (document.getElementById(id));

/** The same for fields of a form, of whatever kind. @param {string} id @returns {any} */
export const field = id => byId(id);

/** The colour a style sheet gives a name, light or dark as the page is now.
 * @param {string} name  such as --curve-1
 */
export function colour(name) {
  probe ??= document.body.appendChild(Object.assign(document.createElement('span'), { hidden: true }));
  probe.style.color = `var(${name})`;
  return getComputedStyle(probe).color;
}

/** @type {HTMLElement | undefined} */
let probe;

/** Calls back when the page turns dark or light.
 * @param {() => void} change
 */
export function onTheme(change) {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', change);
  new MutationObserver(change).observe(document.documentElement, { attributeFilter: ['data-theme'] });
}

/** Numbers as people read them; a dash where there is none. @param {number | null | undefined} x @param {number} [digits] */
export function show(x, digits = 4) {
  if (x === null || x === undefined) {
    return '–';
  }
  if (!Number.isFinite(x)) {
    return Number.isNaN(x) ? 'not a number' : x > 0 ? '∞' : '−∞';
  }
  const text = Math.abs(x) >= 1e6 || (x !== 0 && Math.abs(x) < 1e-4) ? x.toExponential(digits - 2) : String(Number(x.toPrecision(digits)));
  return text.replace('-', '−');
}

/** With a capital letter. @param {string} text */
export const capital = text => text[0].toUpperCase() + text.slice(1);

/** With a capital and a full stop; names of files stay as they are. @param {string} text */
export function sentence(text) {
  const isName = /^\S+\.\w+:/.test(text);
  return text && (isName ? text : capital(text)) + (/[.?!]$/.test(text) ? '' : '.');
}

/** An element with attributes and content. @param {string} name @param {Record<string, string>} [attributes] @param {...(Node | string)} content */
export function element(name, attributes = {}, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  made.append(...content);
  return made;
}
