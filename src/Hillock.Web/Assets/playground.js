// @ts-check
// The playground: the setup, its address, and the session that trains it on the server.
import { chart } from './chart.js';
import { onTheme, post, show } from './site.js';
import { findings } from './playground-findings.js';
import { flow, layers } from './playground-layers.js';
import { map } from './playground-map.js';
import { network } from './playground-network.js';
import { keep, read, write } from './playground-setup.js';

/** @typedef {import('./playground-setup.js').Setup} Setup */

/** @param {string} id @returns {any} */
const at = id => document.getElementById(id);

const choices = JSON.parse(at('playground').dataset.choices);
/** @type {Setup} */
const defaults = choices.defaults;
const PATH = '/playground/sessions', TOLD_EVERY = 3000, AWAY = 10_000;
const NUMBERS = ['samples', 'seed', 'rate', 'batch'], CHOSEN = ['data', 'init', 'optimizer', 'norm'], CHECKED = ['dropout', 'clip'];

let setup = read(new URLSearchParams(location.search), defaults);
/** @type {any} */
let begun = null, frame = null;
/** @type {EventSource | null} */
let stream = null;
/** @type {ReturnType<typeof map>[]} */
let maps = [];
/** Whether the network has become what no address can say: its activations or rate were changed on the way. */
let changedOnTheWay = false;
let toldAt = 0, attempt = 0, wanted = false;

const net = network(choices, { activation: setActivation, units: setUnits, remove: removeLayer });
const inside = layers(at('layers')), gradients = flow(at('flow')), tell = findings(at('findings'), applied => change({ ...applied, csv: setup.csv, step: 0 }, true));
const lossChart = chart(at('loss-chart'), { label: 'Loss over steps', xName: 'step', yName: 'loss', series: curves(), height: 240, sentence: data => told(data, 'loss') });
const scored = { label: 'Score over steps', xName: 'step', yName: 'accuracy', series: curves(), height: 240, sentence: (/** @type {(number | null)[][]} */ data) => told(data, 'score') };
const scoreChart = chart(at('score-chart'), scored);

function curves() {
  const other = setup.against;
  return [{ name: 'train', style: 0 }, { name: 'test', style: 1 }, ...(other ? [{ name: `${other}: train`, style: 2 }, { name: `${other}: test`, style: 3 }] : [])];
}

/** @param {(number | null)[][]} data @param {string} what */
function told(data, what) {
  const end = data[0].length - 1;
  return end < 0 ? '' : `After step ${data[0][end]} the ${what === 'loss' ? 'loss' : begun?.score ?? 'accuracy'} is ${scoreText(data[1][end], what)} in training and ${scoreText(data[2][end], what)} on the test part.`;
}

/** @param {any} value @param {string} what */
function scoreText(value, what) {
  return value == null ? 'no number' : what === 'score' && begun?.isShare ? `${(100 * value).toFixed(1)} %` : show(value, 3);
}

// ---- the session

/** Begins a session of the present setup. @param {boolean} run  whether it shall run at once */
async function begin(run) {
  const mine = ++attempt;
  stream?.close();
  stream = null;
  [frame, wanted, changedOnTheWay] = [null, run, false];
  complain('');
  buttons();
  try {
    const answer = await post(PATH, setup);
    if (mine !== attempt) {
      return;
    }
    begun = answer;
    shape();
    const events = new EventSource(`${PATH}/${begun.id}/events`);
    stream = events;
    events.onmessage = message => mine === attempt && see(JSON.parse(message.data));
    events.onerror = () => {
      if (mine === attempt && events.readyState === EventSource.CLOSED) {
        [stream, wanted] = [null, false];
        complain('The training on the server has ended. Reset begins anew.');
        buttons();
      }
    };
    if (run) {
      await command({ do: 'run' });
    }
  } catch (error) {
    if (mine === attempt) {
      wanted = false;
      complain(error);
      buttons();
    }
  }
}

/** @param {any} what */
async function command(what) {
  if (begun && stream) {
    await post(`${PATH}/${begun.id}/command`, what);
  }
}

/** Does something that may be refused, and says why. @param {() => Promise<void>} what */
async function attempted(what) {
  try {
    complain('');
    await what();
  } catch (error) {
    complain(error);
  }
}

/** @param {unknown} what */
function complain(what) {
  const text = what instanceof Error ? what.message : String(what);
  at('problem').textContent = text ? text[0].toUpperCase() + text.slice(1) + (/[.?!]$/.test(text) ? '' : '.') : '';
}

// ---- what is seen

/** The page for new data, or another network. */
function shape() {
  net.build(setup, begun);
  maps = (setup.against ? ['Yours', `With ${setup.against}`] : ['What it has learned']).map(name => map(name, begun));
  at('maps').replaceChildren(...maps.map(one => one.node));
  const other = at('inside'), shown = other.value;
  other.replaceChildren(...(setup.against ? ['yours', setup.against] : ['yours']).map((name, i) => new Option(name, String(i))));
  other.value = shown === '1' && setup.against ? '1' : '0';
  at('inside-label').hidden = !setup.against;
  scored.yName = begun.score;
  lossChart.setSeries(curves());
  scoreChart.setSeries(curves());
  scoreChart.setYRange(begun.isShare ? [0, 1] : null);
  const score = begun.score;
  at('score-heading').textContent = score[0].toUpperCase() + score.slice(1);
  at('score-name').textContent = score;
}

/** @param {any} next */
function see(next) {
  const before = frame;
  frame = next;
  wanted = false;
  const chosen = frame.lanes[Number(at('inside').value)] ?? frame.lanes[0];
  maps.forEach((one, i) => one.draw(frame.lanes[i]));
  net.draw(chosen);
  inside.draw(chosen.layers);
  gradients(chosen.gradients);
  tell(frame.lanes.map((/** @type {any} */ lane, /** @type {number} */ i) => ({ name: i ? setup.against ?? '' : setup.against ? 'yours' : '', lane, canApply: i === 0 })));
  plot();
  figures();
  buttons();
  if (frame.note) {
    complain(frame.note);
  }
  if (before?.running && !frame.running) {
    remember();
  }
  speak();
}

function plot() {
  const lanes = frame.lanes, longest = lanes.reduce((/** @type {any} */ a, /** @type {any} */ b) => b.curve.length > a.curve.length ? b : a);
  const steps = longest.curve.map((/** @type {number[]} */ point) => point[0]);
  const row = (/** @type {any} */ lane, /** @type {number} */ column) => steps.map((/** @type {number} */ step, /** @type {number} */ i) => lane.curve[i]?.[0] === step ? lane.curve[i][column] : null);
  lossChart.set([steps, ...lanes.flatMap((/** @type {any} */ lane) => [row(lane, 1), row(lane, 2)])]);
  scoreChart.set([steps, ...lanes.flatMap((/** @type {any} */ lane) => [row(lane, 3), row(lane, 4)])]);
}

function figures() {
  const [lane] = frame.lanes, end = lane.curve[lane.curve.length - 1] ?? [];
  at('at-step').textContent = String(frame.step);
  at('at-epoch').textContent = lane.epoch.toFixed(1);
  at('at-score').textContent = scoreText(end[4], 'score');
  at('at-loss').textContent = scoreText(end[2], 'loss');
}

/** Says in words what the maps show. */
function speak() {
  const sentences = frame.lanes.map((/** @type {any} */ lane, /** @type {number} */ i) => {
    const end = lane.curve[lane.curve.length - 1] ?? [];
    const text = lane.broken ?? (frame.step === 0 ? 'first weights, nothing is learned yet.'
      : begun.isShare ? `after step ${lane.step}, ${scoreText(end[4], 'score')} of the test samples lie on the right side.`
        : `after step ${lane.step}, the ${begun.score} on the test samples is ${scoreText(end[4], 'score')}.`);
    maps[i].tell(text[0].toUpperCase() + text.slice(1));
    return (i ? `With ${setup.against}: ` : setup.against ? 'Yours: ' : '') + text;
  });
  // Screen readers finish a sentence before the next one comes.
  if (frame.running && Date.now() - toldAt < TOLD_EVERY) {
    return;
  }
  toldAt = Date.now();
  at('told').textContent = `${frame.running ? 'Running. ' : ''}${sentences.join(' ')}`;
}

function buttons() {
  const running = frame ? frame.running : wanted;
  at('run').textContent = running || wanted ? 'Pause' : 'Run';
  at('step').disabled = running || !stream;
}

// ---- the address

/** @param {boolean} asNew  whether back shall lead to what was before */
function address(asNew) {
  const path = write(setup, defaults);
  if (path !== location.pathname + location.search) {
    history[asNew ? 'pushState' : 'replaceState'](null, '', path);
  }
}

/** Puts the step into the address, where it tells how to get there. */
function remember() {
  setup.step = changedOnTheWay ? 0 : frame?.step ?? 0;
  address(false);
}

/** Another setup: begins anew with it. @param {Partial<Setup>} what @param {boolean} [run] */
function change(what, run = frame?.running || wanted) {
  setup = { ...setup, ...what, step: 0 };
  address(true);
  fill();
  return begin(run);
}

addEventListener('popstate', () => {
  setup = read(new URLSearchParams(location.search), defaults);
  fill();
  begin(false);
});

// ---- the controls

/** Shows the setup in the controls. */
function fill() {
  [...NUMBERS, ...CHOSEN, 'speed'].forEach(name => { at(name).value = String(/** @type {any} */ (setup)[name]); });
  CHECKED.forEach(name => { at(name).checked = /** @type {any} */ (setup)[name]; });
  at('noise').value = String(setup.noise ?? choices.noises[setup.data] ?? '');
  at('against').value = setup.against ?? '';
  const own = setup.data === choices.own;
  at('own').hidden = !own;
  at('samples-label').hidden = at('noise-label').hidden = own;
  at('csv-name').textContent = own ? setup.csv ? setup.csvName ?? '' : 'Choose a file.' : '';
  at('add').disabled = setup.layers.length >= choices.mostLayers;
  at('all-activations').value = '';
  net.build(setup, begun);
}

/** @param {number} layer @param {string} text */
function setActivation(layer, text) {
  return setActivations(setup.layers.map((one, i) => i === layer ? text : one.activation));
}

/** Other activations, with the weights that were learned. @param {string[]} activations */
async function setActivations(activations) {
  const next = setup.layers.map((one, i) => ({ ...one, activation: activations[i] }));
  if (!stream || !frame) {
    return change({ layers: next });
  }
  await attempted(async () => {
    await command({ do: 'activations', activations });
    changedOnTheWay ||= frame.step > 0;
    setup = { ...setup, layers: next, step: 0 };
    address(true);
    next.forEach((layer, i) => { at(`activation-${i + 1}`).value = layer.activation; });
  });
}

/** @param {number} layer @param {number} units */
function setUnits(layer, units) {
  change({ layers: setup.layers.map((one, i) => i === layer ? { ...one, units } : one) });
}

/** @param {number} layer */
function removeLayer(layer) {
  change({ layers: setup.layers.filter((_, i) => i !== layer) });
  at('add').focus();
}

at('add').addEventListener('click', () => change({ layers: [...setup.layers, { ...(setup.layers[setup.layers.length - 1] ?? defaults.layers[0]) }] }));
at('all-activations').addEventListener('change', () => {
  const text = at('all-activations').value.trim();
  if (text) {
    setActivations(setup.layers.map(() => text));
  }
});
at('run').addEventListener('click', () => attempted(async () => {
  if (!stream) {
    return begin(true);
  }
  if (frame?.running) {
    return command({ do: 'pause' });
  }
  setup.step = 0;
  address(false);
  return command({ do: 'run' });
}));
at('step').addEventListener('click', () => attempted(async () => {
  await command({ do: 'step' });
}));
at('reset').addEventListener('click', () => change({ step: 0 }, false));
at('speed').addEventListener('change', () => attempted(async () => {
  setup.speed = Number(at('speed').value);
  address(false);
  await command({ do: 'speed', speed: setup.speed });
}));
at('rate').addEventListener('change', () => attempted(async () => {
  await command({ do: 'rate', rate: Number(at('rate').value) });
  changedOnTheWay ||= frame?.step > 0;
  setup = { ...setup, rate: Number(at('rate').value), step: 0 };
  address(false);
  if (!stream) {
    await begin(false);
  }
}));
for (const name of ['samples', 'seed', 'batch']) {
  at(name).addEventListener('change', () => change({ [name]: Number(at(name).value) }));
}
for (const name of ['init', 'optimizer', 'norm']) {
  at(name).addEventListener('change', () => change({ [name]: at(name).value }));
}
for (const name of CHECKED) {
  at(name).addEventListener('change', () => change({ [name]: at(name).checked }));
}
at('noise').addEventListener('change', () => change({ noise: at('noise').value === '' ? null : Number(at('noise').value) }));
at('against').addEventListener('change', () => change({ against: at('against').value.trim() || null }));
at('inside').addEventListener('change', () => {
  net.build(setup, begun);
  if (frame) {
    see(frame);
  }
});
at('data').addEventListener('change', () => {
  const data = at('data').value;
  if (data === choices.own && !setup.csv) {
    setup = { ...setup, data };
    fill();
    at('csv').focus();
    return;
  }
  change({ data, noise: null });
});
at('csv').addEventListener('change', async () => {
  const file = at('csv').files[0];
  if (file) {
    const csv = await file.text();
    keep(csv);
    change({ data: choices.own, csv, csvName: file.name, noise: null });
  }
});
at('settings').addEventListener('submit', (/** @type {Event} */ event) => event.preventDefault());
// A page that nobody sees gives its connection back: a browser has few for one site. The way to where it was is known, unless it was changed on the way.
/** @type {number | undefined} */
let leaving;
let wasRunning = false, isAway = false;
document.addEventListener('visibilitychange', () => {
  clearTimeout(leaving);
  if (document.hidden) {
    leaving = setTimeout(() => {
      if (stream && frame && !changedOnTheWay) {
        [wasRunning, isAway] = [frame.running, true];
        stream.close();
        stream = null;
      }
    }, AWAY);
  } else if (isAway) {
    isAway = false;
    setup.step = frame.step;
    begin(wasRunning);
  }
});
onTheme(() => {
  maps.forEach(one => one.redraw());
  net.redraw();
  inside.redraw();
});

fill();
begin(false);
