// @ts-check
// Lessons: what is moved is asked of the site, and what it answers is shown.
import { chart } from './chart.js';
import { colour, element, get, onTheme, show } from './site.js';

const PAUSE = 120, CANVAS = 400, DOT = 3.2;

/**
 * @typedef {{ xName: string, yName: string, x: number[], lines: { name: string, values: (number | null)[] }[], log: boolean }} Lines
 * @typedef {{ side: number, reach: number, chances: number[], points: number[][] }} PlaneMap
 * @typedef {{ sentence: string, chart: Lines | null, map: PlaneMap | null, bars: { name: string, share: number, text: string }[],
 *   cards: { title: string, link: string, lines: string[] }[] }} Picture
 */

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
        lines = chart(figure, { label, xName, yName, series, log, height: 300 });
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

/** @param {{ name: string, share: number, text: string }} one */
function bar(one) {
  const filled = element('span');
  filled.style.width = `${100 * one.share}%`;
  return [element('dt', {}, one.name), element('dd', { class: 'bar', 'aria-hidden': 'true' }, filled), element('dd', { class: 'n' }, one.text)];
}

/** @param {{ title: string, link: string, lines: string[] }} one */
function card(one) {
  return element('div', {}, element('p', { class: 'title' }, one.link ? element('a', { href: one.link }, one.title) : one.title), ...one.lines.map(line => element('p', {}, line)));
}

/** The plane as a network sees it: the stronger a colour, the surer it is. Classes differ by the form of their points too.
 * @param {HTMLElement} seen @param {string} label
 */
function plane(seen, label) {
  const canvas = /** @type {HTMLCanvasElement} */ (element('canvas', { width: String(CANVAS), height: String(CANVAS), role: 'img' }));
  seen.append(element('figure', { class: 'map' }, canvas, element('figcaption', {}, 'Dots and crosses are the two classes; the colour behind is what the network says, the line its border.')));
  /** @type {PlaneMap | undefined} */
  let last;

  /** @param {PlaneMap} map */
  function draw(map) {
    last = map;
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    const cell = CANVAS / map.side, first = colour('--curve-2'), second = colour('--curve-1'), ground = colour('--panel'), ink = colour('--ink');
    context.globalAlpha = 1;
    context.fillStyle = ground;
    context.fillRect(0, 0, CANVAS, CANVAS);
    map.chances.forEach((chance, i) => {
      context.fillStyle = chance < 0.5 ? first : second;
      context.globalAlpha = 0.08 + 0.7 * Math.abs(chance - 0.5);
      context.fillRect((i % map.side) * cell, Math.floor(i / map.side) * cell, cell, cell);
    });
    context.globalAlpha = 1;
    context.strokeStyle = ink;
    context.lineWidth = 2;
    context.beginPath();
    map.chances.forEach((chance, i) => {
      const column = i % map.side, row = Math.floor(i / map.side), is = chance >= 0.5;
      if (column + 1 < map.side && is !== map.chances[i + 1] >= 0.5) {
        context.moveTo((column + 1) * cell, row * cell);
        context.lineTo((column + 1) * cell, (row + 1) * cell);
      }
      if (row + 1 < map.side && is !== map.chances[i + map.side] >= 0.5) {
        context.moveTo(column * cell, (row + 1) * cell);
        context.lineTo((column + 1) * cell, (row + 1) * cell);
      }
    });
    context.stroke();
    for (const [x, y, type] of map.points) {
      const left = (x / map.reach + 1) * CANVAS / 2, top = (1 - y / map.reach) * CANVAS / 2;
      context.beginPath();
      context.lineWidth = 1.8;
      context.strokeStyle = context.fillStyle = type ? second : first;
      if (type) {
        context.moveTo(left - DOT, top - DOT);
        context.lineTo(left + DOT, top + DOT);
        context.moveTo(left + DOT, top - DOT);
        context.lineTo(left - DOT, top + DOT);
        context.stroke();
      } else {
        context.arc(left, top, DOT, 0, 7);
        context.fill();
      }
    }
    const share = map.chances.filter(chance => chance >= 0.5).length / map.chances.length;
    canvas.setAttribute('aria-label', `${label}: the plane, ${Math.round(100 * share)} % of it given to the crosses.`);
  }

  onTheme(() => last && draw(last));
  return draw;
}
