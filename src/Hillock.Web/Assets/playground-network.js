// @ts-check
// The network: a column for each layer with its controls, a small map for each unit, and a line for each weight.
import { byId, element } from './site.js';
import { UNIT, mapOf, units } from './playground-units.js';
import { bytes, css, paint, palette } from './paint.js';
/** @import { Begun, HiddenLayer, LaneFrame, Setup } from './wire.js' */

/** @typedef {{ layer: number, unit: number }} Place */

/**
 * @param {{ mostLayers: number, mostUnits: number, mostShown: number }} limits
 * @param {{ activation: (layer: number, text: string) => void, units: (layer: number, count: number) => void, remove: (layer: number) => void, look: (at: Place | null) => void }} on
 */
export function network(limits, on) {
  const columns = byId('columns'), lines = /** @type {HTMLCanvasElement} */ (byId('lines'));
  /** @type {HTMLElement[][]} */
  let nodes = [];
  /** @type {HTMLElement[]} */
  let groups = [];
  /** @type {LaneFrame | null} */
  let lane = null;
  /** @type {Begun | null} */
  let begun = null;
  /** What is pointed at, and what was pressed to stay. @type {Place | null} */
  let pointed = null;
  /** @type {Place | null} */
  let pressed = null;

  /** @param {Setup} setup @param {Begun | null} data  what the server said of the data; null before it has */
  function build(setup, data) {
    begun = data;
    const focused = document.activeElement?.id;
    const names = begun?.features ?? ['x', 'y'], outputs = begun ? (begun.task === 'Classes' ? begun.classes.length : 1) : 1;
    const inputs = begun?.picture ? [`${begun.picture.height}×${begun.picture.width}`] : names;
    groups = [];
    nodes = [];
    pointed = pressed = null;
    columns.replaceChildren(
      column('Data', null, inputs.map((name) => element('span', { class: 'input' }, name))),
      ...setup.layers.map((layer, i) => hidden(layer, i)),
      column('Output', null, Array.from({ length: Math.min(outputs, limits.mostShown) }, (_, i) => element('span', { class: 'input' }, begun && outputs > 1 ? begun.classes[i] : begun?.task === 'Regression' ? 'value' : 'chance'))),
    );
    if (focused) {
      document.getElementById(focused)?.focus();
    }
    lane = null;
    wire();
  }

  /** @param {string} title @param {HTMLElement | null} controls @param {HTMLElement[]} units */
  function column(title, controls, units) {
    nodes.push(units);
    return element('div', { class: 'column' }, element('div', { class: 'head' }, ...(controls ? [controls] : [element('strong', {}, title)])), element('div', { class: 'units' }, ...units));
  }

  /** @param {HiddenLayer} layer @param {number} i */
  function hidden(layer, i) {
    const at = i + 1;
    const f = /** @type {HTMLInputElement} */ (element('input', { type: 'text', id: `activation-${at}`, list: 'activations', value: layer.activation, 'aria-label': `Activation of layer ${at}`, spellcheck: 'false' }));
    const count = /** @type {HTMLInputElement} */ (element('input', { type: 'number', id: `units-${at}`, min: '1', max: String(limits.mostUnits), value: String(layer.units), 'aria-label': `Units of layer ${at}` }));
    const remove = element('button', { type: 'button', class: 'quiet small', id: `remove-${at}`, 'aria-label': `Remove layer ${at}`, title: 'Remove this layer' }, '×');
    f.addEventListener('change', () => on.activation(i, f.value.trim()));
    count.addEventListener('change', () => on.units(i, Number(count.value)));
    remove.addEventListener('click', () => on.remove(i));
    const all = units(Math.max(0, Math.min(layer.units, limits.mostShown)), at, { look: unit => look(unit === null ? null : { layer: i, unit }), press: unit => press({ layer: i, unit }) });
    const made = column('', element('div', { class: 'controls' }, f, element('div', { class: 'pair' }, count, remove)), all);
    const group = /** @type {HTMLElement} */ (made.querySelector('.units'));
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', `Layer ${at}: ${layer.units} units`);
    if (layer.units > limits.mostShown) {
      made.append(element('p', { class: 'more soft' }, `and ${layer.units - limits.mostShown} more`));
    }
    groups.push(group);
    return made;
  }

  /** @param {Place | null} at */
  function look(at) {
    pointed = at;
    on.look(pointed ?? pressed);
  }

  /** @param {Place} at */
  function press(at) {
    const isOff = pressed?.layer === at.layer && pressed.unit === at.unit;
    pressed = isOff ? null : at;
    nodes.slice(1, -1).forEach((layer, i) => layer.forEach((button, unit) => button.setAttribute('aria-pressed', String(pressed?.layer === i && pressed.unit === unit))));
    on.look(pressed);
  }

  /** @param {LaneFrame} next  a network as the server has it now */
  function draw(next) {
    lane = next;
    lane.layers.forEach((layer, i) => {
      const dead = new Set(layer.dead);
      groups[i]?.setAttribute('aria-label', `Layer ${i + 1}: ${layer.units} units of ${layer.activation}${layer.dead.length ? `, ${layer.dead.length} of them dead` : ''}`);
      layer.maps.forEach((map, unit) => {
        const button = nodes[i + 1]?.[unit];
        if (button) {
          small(mapOf(button), bytes(map));
          button.classList.toggle('dead', dead.has(unit));
          button.setAttribute('aria-label', `Unit ${unit + 1} of layer ${i + 1}${dead.has(unit) ? ', dead' : ''}`);
        }
      });
    });
    wire();
  }

  /** @param {HTMLCanvasElement} canvas @param {Uint8Array} values */
  function small(canvas, values) {
    if (begun?.kind !== 'line') {
      paint(canvas, values, begun?.picture?.width ?? Math.round(Math.sqrt(values.length)), null, .9);
      return;
    }
    const to = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')), { middle, high } = palette();
    to.fillStyle = css(middle);
    to.fillRect(0, 0, UNIT, UNIT);
    to.strokeStyle = css(high);
    to.lineWidth = 2;
    to.beginPath();
    values.forEach((value, i) => to[i ? 'lineTo' : 'moveTo']((i + .5) / values.length * UNIT, UNIT - 4 - value / 255 * (UNIT - 8)));
    to.stroke();
  }

  function wire() {
    const stage = /** @type {HTMLElement} */ (lines.parentElement), ratio = devicePixelRatio || 1;
    const [width, height] = [columns.scrollWidth, columns.scrollHeight];
    if (lines.width !== Math.round(width * ratio) || lines.height !== Math.round(height * ratio)) {
      lines.width = Math.round(width * ratio);
      lines.height = Math.round(height * ratio);
      lines.style.width = `${width}px`;
      lines.style.height = `${height}px`;
    }
    const to = /** @type {CanvasRenderingContext2D} */ (lines.getContext('2d'));
    to.setTransform(ratio, 0, 0, ratio, 0, 0);
    to.clearRect(0, 0, width, height);
    if (!lane) {
      return;
    }
    const origin = stage.getBoundingClientRect(), { low, high } = palette();
    const boxes = nodes.map(units => units.map(unit => unit.getBoundingClientRect()));
    lane.weights.forEach((weights, layer) => {
      if (begun?.picture && layer === 0) {
        return;
      }
      const values = bytes(weights.values), count = values.length / weights.rows;
      values.forEach((value, i) => {
        const from = boxes[layer]?.[Math.floor(i / count)], into = boxes[layer + 1]?.[i % count], w = (value - 128) / 127;
        if (!from || !into || Math.abs(w) < .03) {
          return;
        }
        const [x1, y1, x2, y2] = [from.right - origin.left, from.top + from.height / 2 - origin.top, into.left - origin.left, into.top + into.height / 2 - origin.top];
        to.strokeStyle = css(w < 0 ? low : high);
        to.globalAlpha = .25 + .65 * Math.abs(w);
        to.lineWidth = .5 + 3 * Math.abs(w);
        to.setLineDash(w < 0 ? [5, 4] : []);
        to.beginPath();
        to.moveTo(x1, y1);
        to.bezierCurveTo((x1 + x2) / 2, y1, (x1 + x2) / 2, y2, x2, y2);
        to.stroke();
      });
    });
    to.globalAlpha = 1;
    to.setLineDash([]);
  }

  new ResizeObserver(wire).observe(columns);
  return { build, draw, redraw: () => lane && draw(lane) };
}
