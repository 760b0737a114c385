// What Assets calls ./uplot.js is copied from the package when the site is built.
import uPlot from '../../../src/Hillock.Web/node_modules/uplot/dist/uPlot.js';
export default uPlot;
