// @ts-check
// Curves: uPlot draws them; a caption, a sentence and a table say the same to those who do not see them.
import uPlot from './uplot.js';
import { fold } from './fold.js';
import { colour, element, onTheme, show } from './site.js';

/** Distances of ticks where something is counted. */
const WHOLE = Array.from({ length: 7 }, (_, power) => [1, 2, 5].map(digit => digit * 10 ** power)).flat();

/** Told apart by dashes too, not by colour alone. */
const DASHES = [[], [8, 4], [2, 3], [10, 3, 2, 3], [5, 2, 5, 6], [1, 6]];
const COLOURS = 6, ROWS = 41;

/** The dashes of a style: where colours begin again, another one goes with each. @param {number} style */
const dashes = style => DASHES[(style + Math.floor(style / COLOURS)) % DASHES.length];

/**
 * @typedef {{ name: string, style?: number, width?: number }} Series  style: which colour and dash, by number; unless told its place
 * @typedef {{ from: number, to: number, name: string }} Zone  an interval of x to be shaded
 * @typedef {{ x: number, y: number, name: string }} Mark  a point to be ringed
 * @typedef {{
 *   label: string, xName: string, yName: string, series: Series[], height?: number,
 *   yRange?: [number, number] | null, log?: boolean, whole?: boolean, sentence?: (data: (number | null)[][]) => string,
 * }} Options  whole: x counts something, and has no ticks in between
 */

/** Makes a figure a chart. The figure needs a width from its surroundings.
 * @param {HTMLElement} figure
 * @param {Options} options
 */
export function chart(figure, options) {
  figure.classList.add('chart');
  const canvas = element('div', { class: 'curves', role: 'img', 'aria-label': options.label });
  const reading = element('p', { class: 'reading', 'aria-hidden': 'true' });
  const caption = element('figcaption');
  const numbers = fold(options.label, table);
  figure.replaceChildren(canvas, reading, caption, numbers.node);
  /** @type {(number | null)[][]} */
  let data = [[], ...options.series.map(() => [])];
  /** @type {Zone[]} */
  let zones = [];
  /** @type {Mark[]} */
  let marks = [];
  /** @type {uPlot | undefined} */
  let plot;

  function build() {
    plot?.destroy();
    const ink = colour('--soft'), line = colour('--line');
    const values = (/** @type {uPlot} */ _, /** @type {(number | null)[]} */ at) => at.map(tick => tick === null ? '' : show(tick));
    const axis = { stroke: ink, grid: { stroke: line, width: 1 }, ticks: { stroke: line }, font: '12px system-ui, sans-serif', values };
    // uPlot's own ticks of a scale of factors end below 1e-20; all of ours are drawn.
    const all = { filter: (/** @type {uPlot} */ _, /** @type {number[]} */ ticks) => ticks };
    const factors = options.log ? { ...all, grid: { ...axis.grid, ...all }, ticks: { ...axis.ticks, ...all }, splits: powersOfTen, values: (/** @type {uPlot} */ _, /** @type {(number | null)[]} */ at) => at.map(powerText) } : {};
    plot = new uPlot({
      width: Math.max(200, figure.clientWidth), height: options.height ?? 320,
      legend: { show: false }, cursor: { drag: { x: false, y: false }, y: false },
      scales: { x: { time: false }, y: { distr: options.log ? 3 : 1, ...(options.yRange ? { range: options.yRange } : {}) } },
      axes: [{ ...axis, label: options.xName, labelSize: 22, size: 36, ...(options.whole ? { incrs: WHOLE } : {}) }, { ...axis, label: options.yName, labelSize: 22, size: room, ...factors }],
      series: [{}, ...options.series.map((one, i) => ({
        label: one.name, stroke: colour(`--curve-${((one.style ?? i) % COLOURS) + 1}`), width: one.width ?? 2,
        dash: dashes(one.style ?? i), points: { show: false }, spanGaps: false,
      }))],
      hooks: { drawClear: [shade], draw: [ring], setCursor: [read] },
    }, /** @type {any} */ (data), canvas);
  }

  /** @param {uPlot} on */
  function shade(on) {
    const { ctx, bbox } = on;
    ctx.save();
    ctx.fillStyle = colour('--shade');
    for (const zone of zones) {
      const left = Math.max(bbox.left, on.valToPos(zone.from, 'x', true)), right = Math.min(bbox.left + bbox.width, on.valToPos(zone.to, 'x', true));
      if (right > left) {
        ctx.fillRect(left, bbox.top, right - left, bbox.height);
      }
    }
    ctx.restore();
  }

  /** @param {uPlot} on */
  function ring(on) {
    const { ctx, bbox } = on;
    ctx.save();
    ctx.strokeStyle = colour('--ink');
    ctx.fillStyle = colour('--panel');
    ctx.lineWidth = 1.5 * devicePixelRatio;
    for (const mark of marks) {
      const [x, y] = [on.valToPos(mark.x, 'x', true), on.valToPos(mark.y, 'y', true)];
      if (x >= bbox.left && x <= bbox.left + bbox.width && y >= bbox.top && y <= bbox.top + bbox.height) {
        ctx.beginPath();
        ctx.arc(x, y, 4 * devicePixelRatio, 0, 2 * Math.PI);
        ctx.fill();
        ctx.stroke();
      }
    }
    ctx.restore();
  }

  /** @param {uPlot} on */
  function read(on) {
    const i = on.cursor.idx;
    reading.textContent = i == null ? '' : [`${options.xName} = ${show(Number(data[0][i]), 3)}`,
      ...options.series.map((one, s) => `${one.name} = ${show(data[s + 1][i])}`)].join('   ');
  }

  function tell() {
    const swatches = options.series.flatMap((one, i) => [swatch(one.style ?? i), document.createTextNode(` ${one.name}  `)]);
    caption.replaceChildren(...swatches, ...(zones.length ? [element('span', { class: 'zone' }), document.createTextNode(` ${zones[0].name}  `)] : []),
      ...[...new Set(marks.map(mark => mark.name))].map(name => document.createTextNode(`○ ${name}  `)),
      element('span', { class: 'sentence' }, options.sentence?.(data) ?? ''));
    numbers.draw();
  }

  function table() {
    const step = Math.max(1, Math.ceil(data[0].length / ROWS));
    return {
      heads: [options.xName, ...options.series.map(one => one.name)],
      rows: data[0].flatMap((x, i) => i % step ? [] : [[show(Number(x), 3), ...options.series.map((_, s) => show(data[s + 1][i]))]]),
    };
  }

  build();
  onTheme(build);
  new ResizeObserver(() => plot?.setSize({ width: Math.max(200, figure.clientWidth), height: options.height ?? 320 })).observe(figure);

  return {
    /** @param {(number | null)[][]} next  x, and one row for each series; what is not finite is left out @param {Zone[]} [shaded] @param {Mark[]} [ringed] */
    set(next, shaded = [], ringed = []) {
      data = next.map((row, i) => i ? row.map(v => v != null && Number.isFinite(v) ? v : null) : row);
      zones = shaded;
      marks = ringed;
      plot?.setData(/** @type {any} */ (data));
      tell();
    },
    /** @param {[number, number] | null} range */
    setYRange(range) {
      options.yRange = range;
      build();
    },
    /** Other curves in the same place. @param {Series[]} series */
    setSeries(series) {
      options.series = series;
      data = [[], ...series.map(() => [])];
      build();
    },
  };
}

/** The width that the numbers beside an axis take. @param {uPlot} _ @param {string[] | null} texts */
function room(_, texts) {
  return Math.max(40, 18 + 7 * Math.max(...(texts ?? []).map(text => text?.length ?? 0)));
}

/** Powers of ten, not more of them than can be read; parts of them where there are too few. @param {uPlot} _ @param {number} __ @param {number} low @param {number} high */
function powersOfTen(_, __, low, high) {
  const [from, to] = [Math.ceil(Math.log10(low) - 1e-9), Math.floor(Math.log10(high) + 1e-9)], every = Math.max(1, Math.ceil((to - from) / 8));
  const powers = Array.from({ length: Math.max(0, Math.floor((to - from) / every) + 1) }, (_, i) => 10 ** (from + i * every));
  return powers.length > 1 ? powers : [1, 2, 5, 10, 20, 50].map(part => part * 10 ** (from - 1)).filter(tick => tick >= low && tick <= high);
}

/** @param {number | null} tick */
function powerText(tick) {
  if (tick === null) {
    return '';
  }
  const power = Math.log10(tick), digits = [...String(Math.round(power))];
  return Math.abs(power) < 3.5 || Math.abs(power - Math.round(power)) > 1e-9 ? show(tick, 3) : `10${digits.map(digit => digit === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')}`;
}

/** A short piece of a curve's line. @param {number} style */
export function swatch(style) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 32 8');
  svg.setAttribute('class', `swatch curve-${(style % COLOURS) + 1}`);
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', 'M1 4H31');
  path.setAttribute('stroke-dasharray', dashes(style).join(' '));
  svg.append(path);
  return svg;
}
