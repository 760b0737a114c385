// @ts-check
// Several functions over each other.
import { chart } from './chart.js';
import { show } from './site.js';
import { load, numbers, places, told } from './functions-curve.js';

const data = document.querySelector('script.data'), figure = /** @type {HTMLElement | null} */ (document.querySelector('.main-chart'));
if (data && figure) {
  /** @type {{ functions: { name: string, module: string, values: number[] }[], isSlope: boolean, x: import('./functions-curve.js').Range, y: import('./functions-curve.js').Range, breaks: number[] }} */
  const { functions, isSlope, x: range, y, breaks } = JSON.parse(data.textContent ?? '');
  const primes = isSlope ? '′' : '';
  const picture = chart(figure, {
    label: isSlope ? 'Slopes of the functions' : 'Values of the functions', xName: 'x', yName: isSlope ? 'slope' : 'value', height: 460, yRange: [y.low, y.high],
    series: functions.map((one, i) => ({ name: one.name + primes, style: i })),
    sentence: drawn => functions.map((one, i) => told(one.name + primes, drawn[i + 1], /** @type {number[]} */ (drawn[0]), breaks, show)).join(' '),
  });
  const x = places(range, breaks);
  const curves = await Promise.all(functions.map(one => load(one.module)));
  picture.set([x, ...functions.map((one, i) => numbers(isSlope ? curves[i].slope : curves[i].value, x, one.values, breaks))]);
}

for (const choice of document.querySelectorAll('input[name=curve]')) {
  choice.addEventListener('change', () => /** @type {HTMLInputElement} */ (choice).form?.requestSubmit());
}
