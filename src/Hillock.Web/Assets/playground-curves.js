// @ts-check
// Loss and score over the steps, of one network or two.
import { chart } from './chart.js';
import { byId, capital, show } from './site.js';
/** @import { Begun, LaneFrame } from './wire.js' */

/** @typedef {(number | null)[][]} Values */

const HEIGHT = 240;

/** A loss or a score as it is read. @param {number | null | undefined} value @param {boolean} isShare */
export const figure = (value, isShare) => value == null ? 'no number' : isShare ? `${(100 * value).toFixed(1)} %` : show(value, 3);

/** The newest point of a network's curve: step, losses in training and test, scores in training and test. @param {LaneFrame} lane @returns {any[]} */
export const newest = lane => lane.curve[lane.curve.length - 1] ?? [];

/** Both charts. */
export function curves() {
  let score = 'accuracy', isShare = true;
  const scored = { label: 'Score over steps', xName: 'step', whole: true, yName: score, series: series(null), height: HEIGHT, sentence: (/** @type {Values} */ data) => told(data, score, isShare) };
  const loss = chart(byId('loss-chart'), { label: 'Loss over steps', xName: 'step', whole: true, yName: 'loss', series: series(null), height: HEIGHT, sentence: data => told(data, 'loss', false) });
  const scores = chart(byId('score-chart'), scored);
  return {
    /** For other networks, or other data. @param {string | null} against @param {Begun} begun */
    shape(against, begun) {
      [score, isShare, scored.yName] = [begun.score, begun.isShare, begun.score];
      loss.setSeries(series(against));
      scores.setSeries(series(against));
      scores.setYRange(isShare ? [0, 1] : null);
      byId('score-heading').textContent = capital(score);
      byId('score-name').textContent = score + (against ? `, yours / ${against}` : '');
    },
    /** @param {LaneFrame[]} lanes */
    draw(lanes) {
      // A network whose numbers have ended has a shorter curve.
      const longest = lanes.reduce((a, b) => b.curve.length > a.curve.length ? b : a);
      const steps = longest.curve.map((point) => point[0]);
      /** @param {LaneFrame} lane @param {number} column */
      const row = (lane, column) => steps.map((step, i) => lane.curve[i]?.[0] === step ? lane.curve[i][column] : null);
      loss.set([steps, ...lanes.flatMap(lane => [row(lane, 1), row(lane, 2)])]);
      scores.set([steps, ...lanes.flatMap(lane => [row(lane, 3), row(lane, 4)])]);
    },
  };
}

/** @param {string | null} against */
function series(against) {
  const whose = against ? ['yours: ', `${against}: `] : [''];
  return whose.flatMap((who, i) => [{ name: `${who}train`, style: 2 * i }, { name: `${who}test`, style: 2 * i + 1 }]);
}

/** @param {Values} data @param {string} what @param {boolean} isShare */
function told(data, what, isShare) {
  const end = data[0].length - 1;
  return end < 0 ? '' : `After step ${data[0][end]} the ${what} is ${figure(data[1][end], isShare)} in training and ${figure(data[2][end], isShare)} on the test part.`;
}
