// @ts-check
// One function, moved: curves at once from its own code, all else from the server as fast as it answers.
import { chart } from './chart.js';
import { element, piece, show } from './site.js';
import { load, numbers, places, told } from './functions-curve.js';
import { signalChart } from './functions-signal.js';
import { sliders } from './functions-sliders.js';
import { tabs } from './functions-tabs.js';
import { timing } from './functions-timing.js';
/** @import { Range } from './functions-curve.js' */
/** @import { CurveData } from './wire.js' */

const CURVES = /** @type {const} */ (['value', 'slope', 'curvature']);
const NAMES = { value: 'f', slope: 'f′', curvature: 'f″' };

/** Brings a sheet to life.
 * @param {HTMLElement} root
 * @param {(data: CurveData, parameters: URLSearchParams) => void} moved  is told whenever something else is shown
 */
export function sheet(root, moved) {
  const find = /** @param {string} what */ what => /** @type {HTMLElement} */ (root.querySelector(what));
  const analysis = find('.analysis'), trouble = find('[data-trouble]'), values = find('[data-values]');
  const from = /** @type {HTMLInputElement} */ (find('[data-from]')), to = /** @type {HTMLInputElement} */ (find('[data-to]'));
  const at = /** @type {HTMLInputElement} */ (find('[data-at]'));
  const boxes = /** @type {HTMLInputElement[]} */ ([...root.querySelectorAll('[data-curve]')]);
  /** @type {CurveData | undefined} */
  let data;
  /** @type {import('./functions-curve.js').Curves | null} */
  let curves = null;
  /** @type {Range | null} */
  let range = null;
  let [isAsking, again, drawnY] = [false, false, ''];
  const shown = () => boxes.filter(box => box.checked).map(box => /** @type {typeof CURVES[number]} */ (box.dataset.curve));
  const series = () => shown().map(one => ({ name: NAMES[one], style: CURVES.indexOf(one) }));
  const picture = chart(find('.main-chart'), { label: 'The function and its slope', xName: 'x', yName: 'value', series: series(), height: 380, sentence: sentence });
  const signal = signalChart();
  const moving = sliders(find('[data-sliders]'), () => {
    draw();
    ask();
  });

  /** @param {(number | null)[][]} drawn */
  function sentence(drawn) {
    return shown().map((one, i) => told(NAMES[one], drawn[i + 1], /** @type {number[]} */ (drawn[0]), data ? [...data.kinks, ...data.jumps] : [], show)).join(' ');
  }

  function draw() {
    if (!data) {
      return;
    }
    const wanted = range ?? data.x, parameters = moving.values();
    if (!curves) {
      trouble.textContent = 'The formula is too long to be drawn while it moves.';
      return;
    }
    const { kinks, jumps } = data, of = curves;
    const breaks = [...kinks, ...jumps], x = places(wanted, breaks);
    picture.set([x, ...shown().map(one => numbers((at, ...values) => Number.isFinite(of.value(at, ...values)) ? of[one](at, ...values) : NaN, x, parameters, one === 'value' ? jumps : breaks))],
      data.saturated.map(zone => ({ from: zone.low, to: zone.high, name: `saturated: |f′| < ${data?.threshold}` })),
      kinks.map(kink => ({ x: kink, y: of.value(kink, ...parameters), name: 'kink' })));
    tellValues();
  }

  function tellValues() {
    const x = at.valueAsNumber, parameters = moving.values();
    values.replaceChildren(...(curves && Number.isFinite(x) ? CURVES.map(one => element('span', {}, `${NAMES[one]} = ${show(/** @type {any} */ (curves)[one](x, ...parameters), 6)}`)) : []));
  }

  /** Asks the server about what is shown now: one question at a time, and the last one always. */
  async function ask() {
    again = true;
    if (isAsking) {
      return;
    }
    isAsking = true;
    while (again && data) {
      again = false;
      const text = data.text;
      try {
        const answer = await piece(`/functions/about?${new URLSearchParams([['f', text], ...query()])}`);
        if (data.text === text) {
          trouble.textContent = '';
          await put(answer);
        }
      } catch (error) {
        trouble.textContent = /** @type {Error} */ (error).message;
      }
    }
    isAsking = false;
  }

  function query() {
    const parameters = new URLSearchParams(moving.changed());
    if (range) {
      parameters.set('x', `${range.low}:${range.high}`);
    }
    return parameters;
  }

  /** Takes what the server says of a function. @param {DocumentFragment} answer */
  async function put(answer) {
    const next = read(answer), hasCode = /** @param {ParentNode} part */ part => part.querySelector('[role=tablist]') !== null;
    if (analysis.childElementCount > 0 && hasCode(analysis) === hasCode(answer)) {
      for (const part of /** @type {HTMLElement[]} */ ([...analysis.querySelectorAll('[data-part]')])) {
        part.replaceChildren(...answer.querySelector(`[data-part="${part.dataset.part}"]`)?.childNodes ?? []);
      }
    } else {
      analysis.replaceChildren(...answer.childNodes);
      alive();
    }
    await take(next);
  }

  /** @param {CurveData} next */
  async function take(next) {
    const isOther = next.text !== data?.text;
    data = next;
    if (isOther) {
      const loaded = next.module ? await load(next.module) : null;
      if (data !== next) {
        return;
      }
      curves = loaded;
      moving.set(next.sliders);
    }
    signal(analysis, next);
    const drawn = range ?? next.x;
    for (const [box, end] of /** @type {[HTMLInputElement, number][]} */ ([[from, drawn.low], [to, drawn.high]])) {
      // What somebody is typing stays.
      if (box !== document.activeElement || isOther) {
        box.value = String(end);
      }
    }
    const y = `${next.y.low} ${next.y.high}`;
    if (y !== drawnY) {
      drawnY = y;
      picture.setYRange([next.y.low, next.y.high]);
    }
    if (!again) {
      moved(next, query());
    }
    draw();
  }

  function alive() {
    tabs(analysis);
    timing(analysis, () => data?.name);
  }

  for (const box of boxes) {
    box.addEventListener('change', () => {
      picture.setSeries(series());
      draw();
    });
  }
  for (const end of [from, to]) {
    end.addEventListener('change', () => {
      [range, trouble.textContent] = from.valueAsNumber < to.valueAsNumber ? [{ low: from.valueAsNumber, high: to.valueAsNumber }, ''] : [range, 'The range goes from a smaller to a greater number.'];
      draw();
      ask();
    });
  }
  for (const button of /** @type {HTMLButtonElement[]} */ ([...root.querySelectorAll('[data-zoom]')])) {
    button.addEventListener('click', () => {
      const now = range ?? data?.x, factor = Number(button.dataset.zoom);
      if (now && Number.isFinite(factor)) {
        const middle = (now.low + now.high) / 2, half = (now.high - now.low) / 2 * factor;
        range = { low: Number((middle - half).toPrecision(6)), high: Number((middle + half).toPrecision(6)) };
      } else {
        range = null;
      }
      draw();
      ask();
    });
  }
  at.addEventListener('input', tellValues);
  return {
    put,
    /** Shows the function that stands in the page already. */
    async begin() {
      const here = read(analysis);
      range = new URLSearchParams(location.search).has('x') ? here.x : null;
      alive();
      await take(here);
    },
  };
}

/** The data of a piece of a page. @param {ParentNode} part @returns {CurveData} */
function read(part) {
  return JSON.parse(part.querySelector('script.data')?.textContent ?? '');
}
