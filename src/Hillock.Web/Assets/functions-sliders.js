// @ts-check
// A slider and a number box for each parameter of a function.
import { element } from './site.js';

/** @import { Slider } from './wire.js' */

/** @param {HTMLElement} place @param {() => void} moved */
export function sliders(place, moved) {
  /** @type {{ slider: Slider, value: number, show: () => void }[]} */
  let all = [];

  /** @param {Slider} slider */
  function made(slider) {
    const track = /** @type {HTMLInputElement} */ (element('input', {
      type: 'range', min: String(slider.low), max: String(slider.high), step: String(slider.step), 'aria-label': `${slider.name}, slider`,
    }));
    const box = /** @type {HTMLInputElement} */ (element('input', { type: 'number', step: 'any', 'aria-label': slider.name }));
    const one = {
      slider, value: slider.value, show() {
        track.value = box.value = String(one.value);
      },
    };
    const move = /** @param {number} value */ value => {
      if (Number.isFinite(value)) {
        one.value = value;
        moved();
      }
    };
    track.addEventListener('input', () => {
      // Steps are tenths and fiftieths, which sums of doubles are not.
      box.value = String(Number(Number(track.value).toPrecision(6)));
      move(Number(box.value));
    });
    box.addEventListener('input', () => {
      track.value = box.value;
      move(box.valueAsNumber);
    });
    one.show();
    place.append(element('div', { class: 'slider', role: 'group', 'aria-label': `Parameter ${slider.name}` }, element('span', { class: 'parameter' }, slider.name), track, box));
    return one;
  }

  return {
    /** Other parameters. @param {Slider[]} next */
    set(next) {
      place.replaceChildren();
      all = next.map(made);
      if (next.length) {
        const back = element('button', { type: 'button', class: 'quiet' }, 'Default values');
        back.addEventListener('click', () => {
          for (const one of all) {
            one.value = one.slider.default;
            one.show();
          }
          moved();
        });
        place.append(back);
      }
    },
    /** Their values in order. */
    values: () => all.map(one => one.value),
    /** Those that are not what they are unless moved. @returns {[string, string][]} */
    changed: () => all.filter(one => one.value !== one.slider.default).map(one => [one.slider.name, String(one.value)]),
  };
}
