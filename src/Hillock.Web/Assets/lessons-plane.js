// @ts-check
// The plane as a small network sees it, with the samples that it has learned from.
import { boundary, css, mark, paint, palette } from './paint.js';
import { element, onTheme } from './site.js';
/** @import { PlaneMap } from './wire.js' */

const SIZE = 400, DOT = 3.6;

/** @param {HTMLElement} seen  where the picture goes @param {string} label */
export function plane(seen, label) {
  const canvas = /** @type {HTMLCanvasElement} */ (element('canvas', { width: String(SIZE), height: String(SIZE), role: 'img' }));
  seen.append(element('figure', { class: 'map' }, canvas, element('figcaption', {}, 'Circles and squares are the two classes; the colour behind is what the network says, the line its border.')));
  /** @type {PlaneMap | undefined} */
  let last;

  /** @param {PlaneMap} map */
  function draw(map) {
    last = map;
    const values = Float32Array.from(map.chances, chance => 255 * chance), to = paint(canvas, values, map.side, null, .55), { low, high, panel } = palette();
    boundary(to, values, map.side, SIZE);
    to.lineWidth = 1;
    for (const [x, y, kind] of map.points) {
      to.fillStyle = css(kind ? high : low);
      to.strokeStyle = panel;
      mark(to, kind, (x / map.reach + 1) * SIZE / 2, (1 - y / map.reach) * SIZE / 2, DOT);
    }
    const share = map.chances.filter(chance => chance >= .5).length / map.chances.length;
    canvas.setAttribute('aria-label', `${label}: the plane, ${Math.round(100 * share)} % of it given to the squares.`);
  }

  onTheme(() => last && draw(last));
  return draw;
}
