// @ts-check
// What the networks have become, as each frame of the server says it.
import { byId } from './site.js';
import { curves, figure, newest } from './playground-curves.js';
import { findings } from './playground-findings.js';
import { flow, layers } from './playground-layers.js';
import { map } from './playground-map.js';
/** @import { Place } from './playground-network.js' */
/** @import { Begun, Frame, LaneFrame, Setup } from './wire.js' */

const TOLD_EVERY = 3000;

/** @param {ReturnType<import('./playground-network.js').network>} net @param {(setup: Setup, lane: number) => void} apply  told the setup of a remedy, and of which network */
export function view(net, apply) {
  const inside = layers(byId('layers')), gradients = flow(byId('flow')), tell = findings(byId('findings'), apply), charts = curves();
  const chosen = /** @type {HTMLSelectElement} */ (byId('inside'));
  /** @type {Setup} */
  let setup;
  /** @type {Begun} */
  let begun;
  /** @type {LaneFrame[]} */
  let lanes = [];
  /** @type {ReturnType<typeof map>[]} */
  let maps = [];
  /** A unit that is looked at closely. @type {Place | null} */
  let unit = null;
  let toldAt = 0;

  /** The page for new data, or other networks. @param {Setup} made @param {Begun} answer  what the server said of the data */
  function shape(made, answer) {
    [setup, begun, lanes, unit] = [made, answer, [], null];
    net.build(setup, begun);
    maps = (setup.against ? ['Yours', `With ${setup.against}`] : ['What it has learned']).map(name => map(name, begun));
    byId('maps').replaceChildren(...maps.map(one => one.node));
    const before = chosen.value;
    chosen.replaceChildren(...names().map((name, i) => new Option(name, String(i))));
    chosen.value = setup.against && before === '1' ? before : '0';
    byId('inside-label').hidden = !setup.against;
    byId('squares').textContent = begun.kind === 'image' ? 'Each square shows what a unit of the first layer looks for: its weights as a picture.' : 'Each square shows what a unit makes of the data.';
    charts.shape(setup.against, begun);
  }

  const names = () => setup.against ? ['Yours', setup.against] : [''];

  /** @param {Frame} next */
  function see(next) {
    lanes = next.lanes;
    look();
    tell(lanes.map((lane, i) => ({ name: names()[i], lane })));
    charts.draw(lanes);
    byId('at-step').textContent = String(next.step);
    byId('at-epoch').textContent = lanes[0].epoch.toFixed(1);
    byId('at-score').textContent = lanes.map(lane => figure(newest(lane)[4], begun.isShare)).join(' / ');
    byId('at-loss').textContent = lanes.map(lane => figure(newest(lane)[2], false)).join(' / ');
    speak(next);
  }

  /** Shows what the networks have learned, and the inside of the one that is chosen. */
  function look() {
    const lane = lanes[Number(chosen.value)] ?? lanes[0];
    paint();
    net.draw(lane);
    inside.draw(lane.layers);
    gradients(lane.gradients);
  }

  function paint() {
    maps.forEach((one, i) => one.draw(lanes[i], i === Number(chosen.value) ? unit : null));
  }

  /** Says in words what the maps show. @param {Frame} next */
  function speak({ step, running }) {
    const sentences = lanes.map((lane, i) => {
      const score = figure(newest(lane)[4], begun.isShare);
      const text = lane.broken ?? (step === 0 ? 'First weights, nothing is learned yet.'
        : begun.isShare ? `After step ${lane.step}, ${score} of the test samples ${begun.kind === 'image' ? 'are named right' : 'lie on the right side'}.`
          : `After step ${lane.step}, the ${begun.score} on the test samples is ${score}.`);
      maps[i].tell(text);
      return names()[i] ? `${i ? `With ${setup.against}` : names()[i]}: ${text}` : text;
    });
    // Screen readers finish a sentence before the next one comes.
    if (running && Date.now() - toldAt < TOLD_EVERY) {
      return;
    }
    toldAt = Date.now();
    byId('told').textContent = `${running ? 'Running. ' : ''}${sentences.join(' ')}`;
  }

  chosen.addEventListener('change', () => {
    net.build(setup, begun);
    if (lanes.length) {
      look();
    }
  });
  return {
    shape, see,
    /** Shows one unit large instead of what the network says. @param {Place | null} at */
    unit(at) {
      unit = at;
      if (lanes.length) {
        paint();
      }
    },
    /** In the colours that the page has now. */
    redraw() {
      maps.forEach(one => one.redraw());
      net.redraw();
      inside.redraw();
    },
  };
}
