// @ts-check
// Lessons: what is moved is asked of the site, and what it answers is shown.
import { chart } from './chart.js';
import { plane } from './lessons-plane.js';
import { element, get, show } from './site.js';
/** @import { Bar, Card, Picture } from './wire.js' */

const PAUSE = 120;

for (const move of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-move]'))) {
  start(move);
}

/** @param {HTMLElement} move */
function start(move) {
  const form = /** @type {HTMLFormElement} */ (move.querySelector('form'));
  const told = /** @type {HTMLElement} */ (move.querySelector('.told')), problem = /** @type {HTMLElement} */ (move.querySelector('.problem'));
  const seen = /** @type {HTMLElement} */ (move.querySelector('.seen'));
  const controls = /** @type {(HTMLInputElement | HTMLSelectElement)[]} */ ([...form.elements].filter(one => one.matches('input, select')));
  const show = viewer(seen, move.getAttribute('aria-label') ?? '');
  const given = new URLSearchParams(location.search);
  for (const control of controls) {
    const value = given.get(control.name);
    if (value !== null && (!(control instanceof HTMLSelectElement) || [...control.options].some(one => one.value === value))) {
      control.value = value;
    }
  }
  let timer = 0, isAsking = false, isStale = false, isWaiting = false;

  function moved() {
    controls.forEach(tell);
    move.setAttribute('aria-busy', 'true');
    isWaiting = true;
    clearTimeout(timer);
    timer = window.setTimeout(ask, PAUSE);
  }

  // One question at a time: what was moved meanwhile is asked when the answer is there.
  async function ask() {
    isWaiting = false;
    if (isAsking) {
      isStale = true;
      return;
    }
    isAsking = true;
    move.setAttribute('aria-busy', 'true');
    const query = new URLSearchParams(controls.map(one => [one.name, one.value]));
    try {
      /** @type {Picture} */
      const picture = await get(`/lessons/move/${move.dataset.move}?${query}`);
      told.textContent = picture.sentence;
      problem.hidden = true;
      show(picture);
    } catch (error) {
      problem.textContent = /** @type {Error} */ (error).message;
      problem.hidden = false;
    }
    isAsking = false;
    if (isStale) {
      isStale = false;
      ask();
    } else if (!isWaiting) {
      move.setAttribute('aria-busy', 'false');
    }
  }

  form.addEventListener('input', () => {
    moved();
    history.replaceState(null, '', `?${new URLSearchParams(controls.map(one => [one.name, one.value]))}`);
  });
  form.addEventListener('submit', event => event.preventDefault());
  controls.forEach(tell);
  ask();
}

/** Says where a slider stands. @param {HTMLInputElement | HTMLSelectElement} control */
function tell(control) {
  const output = control.parentElement?.querySelector('output');
  if (output) {
    const value = Number(control.value);
    output.textContent = 'power' in control.dataset ? show(10 ** value, 2) : control.value.replace('-', '−');
    control.setAttribute('aria-valuetext', output.textContent);
  }
}

/** Where pictures are put; what there is of them is made once and then changed.
 * @param {HTMLElement} seen @param {string} label
 */
function viewer(seen, label) {
  /** @type {ReturnType<typeof chart> | undefined} */
  let lines;
  /** @type {ReturnType<typeof plane> | undefined} */
  let map;
  let names = '', shape = '';
  const bars = element('dl', { class: 'bars' }), cards = element('div', { class: 'answers' });

  /** @param {Picture} picture */
  return picture => {
    if (picture.map) {
      map ??= plane(seen, label);
      map(picture.map);
    }
    if (picture.bars.length) {
      bars.replaceChildren(...picture.bars.flatMap(bar));
      bars.isConnected || seen.append(bars);
    }
    if (picture.chart) {
      const { x, lines: all, xName, yName, log } = picture.chart;
      const series = all.map((one, i) => ({ name: one.name, style: i }));
      if (!lines) {
        const figure = seen.appendChild(element('figure'));
        lines = chart(figure, { label, xName, yName, series, log, whole: x.every(Number.isInteger), height: 300 });
      } else if (names !== all.map(one => one.name).join('\n')) {
        lines.setSeries(series);
      }
      names = all.map(one => one.name).join('\n');
      lines.set([x, ...all.map(one => log ? one.values.map(value => value !== null && value > 0 ? value : null) : one.values)]);
    }
    const next = JSON.stringify(picture.cards);
    if (next !== shape) {
      shape = next;
      cards.replaceChildren(...picture.cards.map(card));
      cards.isConnected || picture.cards.length && seen.append(cards);
    }
  };
}

/** @param {Bar} one */
function bar(one) {
  const filled = element('span');
  filled.style.width = `${100 * one.share}%`;
  return [element('dt', {}, one.name), element('dd', { class: 'bar', 'aria-hidden': 'true' }, filled), element('dd', { class: 'n' }, one.text)];
}

/** @param {Card} one */
function card(one) {
  return element('div', {}, element('p', { class: 'title' }, one.link ? element('a', { href: one.link }, one.title) : one.title), ...one.lines.map(line => element('p', {}, line)));
}
