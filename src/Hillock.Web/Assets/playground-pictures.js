// @ts-check
// Images to test with, and what a network says that they are.
import { bytes, css, mix, palette } from './paint.js';
/** @import { Begun, ImageSize, LaneFrame } from './wire.js' */

const ACROSS = 6, LINE = 22, GAP = 8;

/** What is said of each image: its class, the network's, and how sure it is. @param {LaneFrame} lane @param {Begun} begun */
function said(lane, begun) {
  const classes = bytes(lane.map), sure = bytes(lane.sure);
  return begun.pictures.map((_, i) => ({
    is: begun.classes[begun.test.target[i]], says: begun.classes[classes[i]], isRight: begun.test.target[i] === classes[i], sure: `${Math.round(sure[i] / 2.55)} %`,
  }));
}

/** @param {HTMLCanvasElement} canvas @param {LaneFrame} lane @param {Begun} begun */
export function pictures(canvas, lane, begun) {
  const to = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')), { middle, ink, low, high } = palette();
  const wide = canvas.width / ACROSS, tall = canvas.height / Math.ceil(begun.pictures.length / ACROSS), size = Math.min(wide - GAP, tall - LINE - GAP);
  to.fillStyle = css(middle);
  to.fillRect(0, 0, canvas.width, canvas.height);
  to.textAlign = 'center';
  said(lane, begun).forEach((one, i) => {
    const left = i % ACROSS * wide + (wide - size) / 2, top = Math.floor(i / ACROSS) * tall + GAP / 2;
    picture(to, bytes(begun.pictures[i]), /** @type {ImageSize} */ (begun.picture), left, top, size);
    to.lineWidth = one.isRight ? 1 : 4;
    to.strokeStyle = css(one.isRight ? mix(middle, low, .5) : high);
    to.setLineDash(one.isRight ? [] : [6, 3]);
    to.strokeRect(left, top, size, size);
    to.setLineDash([]);
    to.fillStyle = ink;
    to.font = `${one.isRight ? '' : 'bold '}15px system-ui, sans-serif`;
    to.fillText(`${one.isRight ? '✓' : '✗'} ${one.says}`, left + size / 2, top + size + LINE - 5);
  });
}

/** @param {CanvasRenderingContext2D} to @param {Uint8Array} pixels @param {ImageSize} shape @param {number} left @param {number} top @param {number} size */
function picture(to, pixels, shape, left, top, size) {
  const { middle, low } = palette(), [wide, tall] = [size / shape.width, size / shape.height];
  pixels.forEach((value, i) => {
    to.fillStyle = css(mix(middle, low, value / 255));
    // Half a pixel more, or seams are seen.
    to.fillRect(left + i % shape.width * wide, top + Math.floor(i / shape.width) * tall, wide + .5, tall + .5);
  });
}

/** @param {LaneFrame} lane @param {Begun} begun */
export function pictureTable(lane, begun) {
  return {
    heads: ['image', 'it is', 'network says', 'how sure'],
    rows: said(lane, begun).map((one, i) => [String(i + 1), one.is, one.isRight ? one.says : `${one.says} ✗`, one.sure]),
  };
}
