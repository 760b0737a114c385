// @ts-check
// The first thing to move: one function that goes from a straight line to ReLU.
import { swish, swishSlope } from '/functions/swish.js';
import { chart } from './chart.js';
import { byId, show } from './site.js';

const POINTS = 241, REACH = 6;
const slider = /** @type {HTMLInputElement} */ (byId('beta'));
const value = /** @type {HTMLOutputElement} */ (byId('beta-value'));
const drawn = chart(byId('swish'), {
  label: 'swish and its slope', xName: 'x', yName: '', height: 300, yRange: [-1.2, 4],
  series: [{ name: 'swish(x)', width: 3 }, { name: 'its slope' }],
  sentence: () => tell(Number(slider.value)),
});
const xs = Array.from({ length: POINTS }, (_, i) => -REACH + (2 * REACH * i) / (POINTS - 1));

/** @param {number} beta */
function tell(beta) {
  return beta < 0.05 ? 'At beta = 0 it is half a straight line: layers of it are one layer.'
    : beta > 8 ? 'At large beta it is all but ReLU: below 0 the slope is next to 0, and units can die.'
      : 'In between it bends softly, dips below 0, and lets small negative signals pass: at beta = 1 it is called SiLU.';
}

function draw() {
  const beta = Number(slider.value);
  value.textContent = show(beta, 3);
  drawn.set([xs, xs.map(x => swish(x, beta)), xs.map(x => swishSlope(x, beta))]);
}

slider.addEventListener('input', draw);
draw();
