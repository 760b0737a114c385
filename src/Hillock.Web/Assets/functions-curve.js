// @ts-check
// Curves from generated code: the places where it is evaluated, and the numbers there.

/** @typedef {{ low: number, high: number }} Range */
/** @typedef {(x: number, ...parameters: number[]) => number} Curve */
/** @typedef {{ value: Curve, slope: Curve, curvature: Curve }} Curves */

const POINTS = 801;

// A gap that is to be seen is as wide as the distance between two points.
const BESIDE = 0.5 / POINTS;

/** A function, its slope and its curvature; in the order of their names they stand in the module. @param {string} path @returns {Promise<Curves>} */
export async function load(path) {
  const module = await import(path);
  const [name] = Object.keys(module);
  return { value: module[name], slope: module[`${name}Slope`], curvature: module[`${name}Curvature`] };
}

/** Places to evaluate at: evenly spaced, and both sides of each break. @param {Range} range @param {number[]} breaks */
export function places(range, breaks) {
  const width = range.high - range.low, beside = width * BESIDE;
  const even = Array.from({ length: POINTS }, (_, i) => i === POINTS - 1 ? range.high : range.low + width * i / (POINTS - 1))
    .filter(x => !breaks.some(at => Math.abs(x - at) < beside));
  const near = breaks.flatMap(x => [x - beside, x, x + beside]).filter(x => x >= range.low && x <= range.high);
  return [...new Set([...even, ...near])].sort((a, b) => a - b);
}

/** The numbers of a curve; a line is broken where it jumps. @param {Curve} curve @param {number[]} x @param {number[]} parameters @param {number[]} breaks @returns {(number | null)[]} */
export function numbers(curve, x, parameters, breaks) {
  const y = x.map(at => curve(at, ...parameters));
  const steep = Math.max(...y.filter(Number.isFinite).map(Math.abs), 1e-9) * 1e-3;
  return y.map((at, i) => breaks.includes(x[i]) && Math.abs(y[i + 1] - y[i - 1]) > steep || !Number.isFinite(at) ? null : at);
}

/** What a curve does from one end to the other, in words. @param {string} name @param {(number | null)[]} y @param {number[]} x @param {number[]} breaks @param {(x: number, digits?: number) => string} show */
export function told(name, y, x, breaks, show) {
  // Places beside a break are said as the break; sums of steps are not quite round.
  const width = x[x.length - 1] - x[0], fine = width * 1e-9;
  const seen = y.flatMap((at, i) => at == null ? [] : [{ x: breaks.find(b => Math.abs(b - x[i]) < width * BESIDE * 1.01) ?? Math.round(x[i] / fine) * fine, y: at }]);
  if (seen.length === 0) {
    return `${name} has no value here.`;
  }
  const least = seen.reduce((a, b) => b.y < a.y ? b : a), most = seen.reduce((a, b) => b.y > a.y ? b : a);
  return least.y === most.y ? `${name} is ${show(least.y, 3)} throughout.` : `${name} lies between ${show(least.y, 3)} (at ${show(least.x, 3)}) and ${show(most.y, 3)} (at ${show(most.x, 3)}).`;
}
