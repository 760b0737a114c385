// @ts-check
// The units of a layer as small maps, each of which can be looked at closely: pointed at, reached by arrow keys, or pressed to stay.
import { element } from './site.js';

export const UNIT = 44;

/**
 * @param {number} count @param {number} layer  from 1 on
 * @param {{ look: (unit: number | null) => void, press: (unit: number) => void }} on  told what is pointed at, and what is pressed
 */
export function units(count, layer, on) {
  const all = Array.from({ length: count }, (_, i) => {
    const canvas = element('canvas', { width: String(UNIT), height: String(UNIT), 'aria-hidden': 'true' });
    // One stop of the Tab key for each layer; arrows go on from there.
    return element('button', { type: 'button', class: 'unit', 'aria-pressed': 'false', 'aria-label': `Unit ${i + 1} of layer ${layer}`, tabindex: i ? '-1' : '0' }, canvas);
  });
  all.forEach((button, i) => {
    button.addEventListener('pointerenter', event => event.pointerType === 'mouse' && on.look(i));
    button.addEventListener('pointerleave', () => on.look(null));
    button.addEventListener('focus', () => button.matches(':focus-visible') && on.look(i));
    button.addEventListener('blur', () => on.look(null));
    button.addEventListener('click', () => on.press(i));
    button.addEventListener('keydown', event => {
      const next = { ArrowDown: i + 1, ArrowUp: i - 1, Home: 0, End: all.length - 1 }[event.key];
      if (next !== undefined && all[next]) {
        event.preventDefault();
        button.tabIndex = -1;
        all[next].tabIndex = 0;
        all[next].focus();
      }
    });
  });
  return all;
}

/** The small map of a unit. @param {HTMLElement} button */
export const mapOf = button => /** @type {HTMLCanvasElement} */ (button.firstElementChild);
