// @ts-check
// How fast a function is on this machine, when somebody wants to know.
import { post, show } from './site.js';

/** @param {HTMLElement} root @param {() => string | undefined} name  the function with its parameters, as they are now */
export function timing(root, name) {
  const button = /** @type {HTMLButtonElement | null} */ (root.querySelector('[data-time]')), told = root.querySelector('.time');
  button?.addEventListener('click', async () => {
    button.disabled = true;
    let text = '';
    try {
      const timed = await post('/functions/time', { f: name() });
      text = `${timed.name}: ${show(timed.nanoseconds, 2)} ns for one float32, forward, on one thread of this machine.`;
    } catch (error) {
      text = /** @type {Error} */ (error).message;
    }
    told?.replaceChildren(text);
    button.disabled = false;
  });
}
