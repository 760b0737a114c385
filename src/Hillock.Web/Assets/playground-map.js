// @ts-check
// What a network has learned: its boundary with the samples, its curve, or what it says of images.
import { fold } from './fold.js';
import { element, show } from './site.js';
import { boundary, bytes, css, mark, mix, paint, palette } from './paint.js';
import { pictures, pictureTable } from './playground-pictures.js';
/** @import { Values } from './paint.js' */
/** @import { Place } from './playground-network.js' */
/** @import { Begun, LaneFrame, PointsSent } from './wire.js' */

const SIZE = 480, ROWS = 7, LINES = 21, WITHIN = .8;

/** One map. @param {string} name @param {Begun} begun  what the server said of the data */
export function map(name, begun) {
  const canvas = /** @type {HTMLCanvasElement} */ (element('canvas', { width: String(SIZE), height: String(SIZE), role: 'img', 'aria-label': `${name}: not trained yet` }));
  const caption = element('figcaption'), numbers = fold(name, table);
  const title = element('h2', {}, name);
  const node = element('figure', { class: 'panel map' }, title, canvas, element('p', { class: 'legend soft' }, ...legend(begun)), caption, numbers.node);
  /** @type {LaneFrame | null} */
  let last = null;
  /** @type {Place | null} */
  let closely = null;

  /** @param {LaneFrame} lane @param {Place | null} [unit]  which is shown instead of what the network says */
  function draw(lane, unit = null) {
    [last, closely] = [lane, unit];
    const map = unit && lane.layers[unit.layer]?.maps[unit.unit];
    title.textContent = map ? `Unit ${unit.unit + 1} of layer ${unit.layer + 1}` : name;
    if (map) {
      drawUnit(bytes(map));
    } else {
      drawAnswer(lane);
    }
    numbers.draw();
  }

  /** @param {Uint8Array} values */
  function drawUnit(values) {
    const to = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    if (begun.kind === 'line') {
      curve(to, values.map(value => 127.5 + (value - 127.5) * WITHIN), { ...begun, task: 'Regression' });
    } else {
      paint(canvas, values, begun.picture?.width ?? Math.round(Math.sqrt(values.length)), null, .9);
      samples(to, begun);
    }
  }

  /** @param {LaneFrame} lane */
  function drawAnswer(lane) {
    const values = answers(lane, begun), to = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    if (begun.kind === 'plane') {
      paint(canvas, values, begun.side, lane.sure ? bytes(lane.sure) : null, begun.task === 'Classes' ? .45 : .55);
      if (begun.task === 'Binary') {
        boundary(to, values, begun.side, SIZE);
      }
      samples(to, begun);
    } else if (begun.kind === 'line') {
      curve(to, values, begun);
    } else {
      pictures(canvas, lane, begun);
    }
  }

  function table() {
    return last && (begun.kind === 'plane' ? planeTable(answers(last, begun), begun) : begun.kind === 'line' ? lineTable(answers(last, begun), begun) : pictureTable(last, begun));
  }

  return {
    node, draw,
    /** @param {string} text */
    tell(text) {
      canvas.setAttribute('aria-label', `${name}: ${text}`);
      caption.textContent = text;
    },
    redraw: () => last && draw(last, closely),
  };
}

/** What the network says of each place, from 0 to 255. @param {LaneFrame} lane @param {Begun} begun @returns {Values} */
function answers({ map }, begun) {
  // Chances come as signed roots of their distance from a half, which are fine where the boundary is.
  return begun.task !== 'Binary' ? bytes(map) : Float32Array.from(bytes(map), byte => {
    const side = byte / 127.5 - 1;
    return 127.5 * (1 + Math.sign(side) * side * side);
  });
}

/** @param {Begun} begun */
function legend(begun) {
  if (begun.kind === 'image') {
    return [`Images to test with, and what the network says they are: ✓ right, ✗ and a dashed frame wrong. ${begun.test.count} in all.`];
  }
  if (begun.task === 'Regression') {
    return [begun.kind === 'line' ? 'Dots are samples, filled ones to learn from; the line is what the network says.' : 'Orange is high, blue is low; filled marks are samples to learn from.'];
  }
  const shapes = ['●', '■', '▲', '◆'], { classes } = palette();
  return [...begun.classes.slice(0, 6).flatMap((one, i) => {
    const sign = element('span', {}, shapes[i % 4]);
    sign.style.color = css(classes[i]);
    return [sign, ` ${one}\u2003`];
  }), ` (pale: to test with)${begun.features.length > 2 ? `. The plane of ${begun.features[0]} and ${begun.features[1]}; the other features are at their mean.` : ''}`];
}

/** @param {CanvasRenderingContext2D} to @param {Begun} begun */
function samples(to, begun) {
  const { low, high, middle, classes, panel } = palette();
  const place = (/** @type {number} */ v) => (v / begun.reach + 1) / 2 * SIZE;
  to.lineWidth = 1;
  for (const [part, pale] of /** @type {[PointsSent, number][]} */ ([[begun.train, 0], [begun.test, .55]])) {
    part.x.forEach((x, i) => {
      const target = part.target[i], kind = begun.task === 'Regression' ? 0 : target;
      const tone = begun.task === 'Regression' ? mix(middle, target < 0 ? low : high, Math.min(1, .2 + Math.abs(target) / 2)) : classes[target % classes.length];
      to.fillStyle = css(mix(tone, middle, pale));
      to.strokeStyle = pale ? css(tone) : panel;
      mark(to, kind, place(x), SIZE - place(part.y[i]), 4);
    });
  }
}

/** Values of a regression are sent as bytes: 6 deviations in all. @param {number} byte */
const valueOf = byte => (byte / 255 - .5) * 6;

/** @param {CanvasRenderingContext2D} to @param {Values} values @param {Begun} begun */
function curve(to, values, begun) {
  const { low, high, ink, middle } = palette(), isChance = begun.task !== 'Regression';
  const high_ = isChance ? 1.15 : 2.6, low_ = isChance ? -.15 : -2.6;
  const px = (/** @type {number} */ x) => (x / begun.reach + 1) / 2 * SIZE, py = (/** @type {number} */ y) => SIZE - (y - low_) / (high_ - low_) * SIZE;
  to.fillStyle = css(middle);
  to.fillRect(0, 0, SIZE, SIZE);
  to.lineWidth = 1;
  for (const [part, pale] of /** @type {[PointsSent, number][]} */ ([[begun.train, .25], [begun.test, .75]])) {
    part.x.forEach((x, i) => {
      to.fillStyle = css(mix(low, middle, pale));
      to.strokeStyle = css(low);
      mark(to, isChance ? part.target[i] : 0, px(x), py(part.target[i]), 3);
    });
  }
  to.strokeStyle = ink;
  to.lineWidth = 5;
  const line = () => {
    to.beginPath();
    values.forEach((value, i) => to[i ? 'lineTo' : 'moveTo']((i + .5) / values.length * SIZE, py(isChance ? value / 255 : valueOf(value))));
    to.stroke();
  };
  line();
  to.strokeStyle = css(high);
  to.lineWidth = 3;
  line();
}

/** @param {Values} values @param {Begun} begun */
function planeTable(values, begun) {
  const at = Array.from({ length: ROWS }, (_, i) => Math.round((i + .5) / ROWS * begun.side - .5));
  const where = (/** @type {number} */ cell) => show(((2 * cell + 1) / begun.side - 1) * begun.reach, 2);
  const says = (/** @type {number} */ v) => begun.task === 'Binary' ? `${Math.round(v / 2.55)} %` : begun.task === 'Classes' ? begun.classes[v] : show(valueOf(v), 2);
  const what = begun.task === 'Binary' ? `Chance of ${begun.classes[1]}` : begun.task === 'Classes' ? 'Class' : 'Value, in deviations';
  return {
    caption: `${what}, at places of the plane (in deviations of the data)`,
    heads: [`${begun.features[1]} \\ ${begun.features[0]}`, ...at.map(where)],
    rows: at.map(y => [where(begun.side - 1 - y), ...at.map(x => says(values[y * begun.side + x]))]),
  };
}

/** @param {Values} values @param {Begun} begun */
function lineTable(values, begun) {
  const at = Array.from({ length: LINES }, (_, i) => Math.round(i / (LINES - 1) * (values.length - 1)));
  return {
    heads: [begun.features[0], 'network says'],
    rows: at.map(i => [show(((2 * i + 1) / values.length - 1) * begun.reach, 2), show(begun.task === 'Regression' ? valueOf(values[i]) : values[i] / 255, 2)]),
  };
}
