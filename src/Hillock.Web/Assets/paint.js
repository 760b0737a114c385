// @ts-check
// Bytes to colours: blue for one side, orange for the other, the ground between.
import { colour, onTheme } from './site.js';

/** @typedef {Uint8Array | Float32Array} Values  from 0 to 255 */

/** @type {{ low: number[], high: number[], middle: number[], classes: number[][], ink: string, soft: string, panel: string } | null} */
let tones = null;
onTheme(() => { tones = null; });

/** The colours of the page as it is now. */
export function palette() {
  return tones ??= {
    low: rgb('--curve-1'), high: rgb('--curve-2'), middle: rgb('--panel'), classes: [1, 2, 3, 4, 5, 6].map(i => rgb(`--curve-${i}`)),
    ink: colour('--ink'), soft: colour('--soft'), panel: colour('--panel'),
  };
}

/** @param {string} name */
function rgb(name) {
  return (colour(name).match(/[\d.]+/g) ?? ['0', '0', '0']).slice(0, 3).map(Number);
}

/** @param {string} text */
export function bytes(text) {
  return Uint8Array.from(atob(text), c => c.charCodeAt(0));
}

/** A colour as style sheets have it. @param {number[]} tone */
export function css(tone) {
  return `rgb(${tone.map(Math.round).join(' ')})`;
}

/** Between two colours. @param {number[]} a @param {number[]} b @param {number} share */
export function mix(a, b, share) {
  return a.map((v, i) => v + (b[i] - v) * share);
}

/** Paints numbers around 128 (or with classes, classes) into a canvas, and stretches them over it.
 * @param {HTMLCanvasElement} canvas @param {Values} values @param {number} width @param {Uint8Array | null} [sure] how sure each class is
 * @param {number} [strength] how much of a colour is seen at most
 */
export function paint(canvas, values, width, sure = null, strength = .8) {
  const { low, high, middle, classes } = palette();
  const small = new OffscreenCanvas(width, values.length / width), at = /** @type {OffscreenCanvasRenderingContext2D} */ (small.getContext('2d'));
  const image = at.createImageData(small.width, small.height);
  values.forEach((value, i) => {
    const side = (value - 127.5) / 127.5;
    const tone = sure ? mix(middle, classes[value % classes.length], strength * sure[i] / 255) : mix(middle, side < 0 ? low : high, strength * Math.abs(side));
    image.data.set([tone[0], tone[1], tone[2], 255], 4 * i);
  });
  at.putImageData(image, 0, 0);
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingEnabled = !sure;
  context.imageSmoothingQuality = 'high';
  context.drawImage(small, 0, 0, canvas.width, canvas.height);
  return context;
}

/** Where a map passes the middle, as line segments in cells (marching squares).
 * @param {Values} map @param {number} side
 */
function contour(map, side) {
  /** @type {number[][]} */
  const segments = [];
  const level = 127.5;
  for (let y = 0; y + 1 < side; y++) {
    for (let x = 0; x + 1 < side; x++) {
      const corners = [map[y * side + x], map[y * side + x + 1], map[(y + 1) * side + x + 1], map[(y + 1) * side + x]];
      /** @type {number[][]} */
      const crossings = [];
      [[x, y, 1, 0], [x + 1, y, 0, 1], [x + 1, y + 1, -1, 0], [x, y + 1, 0, -1]].forEach(([left, top, dx, dy], i) => {
        const a = corners[i], b = corners[(i + 1) % 4];
        if (a < level !== b < level) {
          const share = (level - a) / (b - a);
          crossings.push([left + .5 + dx * share, top + .5 + dy * share]);
        }
      });
      for (let i = 0; i + 1 < crossings.length; i += 2) {
        segments.push([...crossings[i], ...crossings[i + 1]]);
      }
    }
  }
  return segments;
}

/** Draws where a map passes the middle. @param {CanvasRenderingContext2D} to @param {Values} map @param {number} side @param {number} size */
export function boundary(to, map, side, size) {
  const cell = size / side;
  to.strokeStyle = palette().ink;
  to.lineWidth = 2;
  to.beginPath();
  for (const [x1, y1, x2, y2] of contour(map, side)) {
    to.moveTo(x1 * cell, y1 * cell);
    to.lineTo(x2 * cell, y2 * cell);
  }
  to.stroke();
}

/** A mark for a sample; classes differ by shape too. @param {CanvasRenderingContext2D} to @param {number} kind @param {number} x @param {number} y @param {number} size */
export function mark(to, kind, x, y, size) {
  to.beginPath();
  if (kind % 4 === 0) {
    to.arc(x, y, size, 0, 7);
  } else if (kind % 4 === 1) {
    to.rect(x - size * .9, y - size * .9, size * 1.8, size * 1.8);
  } else {
    const points = kind % 4 === 2 ? [[0, -1.2], [1.1, .9], [-1.1, .9]] : [[0, -1.3], [1.3, 0], [0, 1.3], [-1.3, 0]];
    points.forEach(([dx, dy], i) => i ? to.lineTo(x + dx * size, y + dy * size) : to.moveTo(x + dx * size, y + dy * size));
    to.closePath();
  }
  to.fill();
  to.stroke();
}
