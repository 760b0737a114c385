// @ts-check
// What becomes of a signal and of its gradient in a deep network, layer by layer.
import { chart } from './chart.js';
/** @import { CurveData } from './wire.js' */

/** A chart that goes wherever a piece of the page has its place for it. */
export function signalChart() {
  /** @type {{ figure: Element, picture: ReturnType<typeof chart> } | undefined} */
  let made;
  return (/** @type {Element} */ analysis, /** @type {CurveData} */ data) => {
    const figure = /** @type {HTMLElement | null} */ (analysis.querySelector('figure.signal'));
    if (!figure) {
      return;
    }
    figure.hidden = !data.signal;
    if (!data.signal) {
      return;
    }
    if (made?.figure !== figure) {
      made = {
        figure, picture: chart(figure, {
          label: 'Signal and gradient through the layers', xName: 'layer', whole: true, yName: '', log: true, height: 240,
          series: [{ name: 'variance of the signal', style: 0 }, { name: 'gradient, as a share of the last layer’s', style: 1 }],
        }),
      };
    }
    const { variances, gradients } = data.signal;
    // What has overflowed comes as a word.
    const positive = (/** @type {number | string} */ v) => Number(v) > 0 ? Number(v) : null;
    const all = [...variances, ...gradients].map(Number).filter(v => v > 0 && Number.isFinite(v));
    made.picture.setYRange([Math.min(0.1, ...all) / 2, Math.max(10, ...all) * 2]);
    made.picture.set([variances.map((_, i) => i + 1), variances.map(positive), gradients.map(positive)]);
  };
}
