// @ts-check
// The playground: the setup, its address, and the session that trains it.
import { field as at, onTheme, sentence } from './site.js';
import { away } from './playground-away.js';
import { controls } from './playground-controls.js';
import { network } from './playground-network.js';
import { session } from './playground-session.js';
import { read, write } from './playground-setup.js';
import { view } from './playground-view.js';
/** @import { Begun, Frame, Setup } from './wire.js' */

const choices = JSON.parse(at('playground').dataset.choices);
/** @type {Setup} */
const defaults = choices.defaults;

let setup = read(new URLSearchParams(location.search), defaults);
/** @type {Begun | null} */
let begun = null;
/** @type {Frame | null} */
let frame = null;
/** Whether the network has become what no address can say: its activations or rate were changed on the way. */
let changedOnTheWay = false;
let wanted = false;

const net = network(choices, { activation: setActivation, units: setUnits, remove: removeLayer, look: at => seen.unit(at) });
const seen = view(net, remedy);
const settings = controls(choices, { change, rate, speed });
const training = session({ begun: shape, frame: see, ended });

// ---- the session

/** Begins a session of the present setup. @param {boolean} run  whether it shall run at once */
async function begin(run) {
  [frame, wanted, changedOnTheWay] = [null, run, false];
  at('kept').hidden = true;
  buttons();
  await attempted(() => training.begin(setup, run), () => {
    wanted = false;
    buttons();
    at('playground').classList.add('stale');
  });
}

/** @param {Begun} answer */
function shape(answer) {
  begun = answer;
  seen.shape(setup, begun);
  at('playground').classList.remove('stale');
}

/** @param {Frame} next */
function see(next) {
  const wasRunning = frame?.running;
  [frame, wanted] = [next, false];
  seen.see(frame);
  buttons();
  if (frame.note) {
    complain(frame.note);
  }
  if (wasRunning && !frame.running) {
    remember();
  }
}

function ended() {
  wanted = false;
  complain('The training on the server has ended. Reset begins anew.');
  buttons();
}

/** Does something that may be refused, and says why. @param {() => Promise<any>} what @param {() => void} [otherwise] */
async function attempted(what, otherwise) {
  complain('');
  try {
    await what();
  } catch (error) {
    otherwise?.();
    complain(error);
  }
}

/** @param {unknown} what */
function complain(what) {
  at('problem').textContent = sentence(what instanceof Error ? what.message : String(what));
}

function buttons() {
  const running = frame ? frame.running : wanted;
  at('run').textContent = running || wanted ? 'Pause' : 'Run';
  at('step').disabled = running || !training.isOpen();
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

// ---- the network and its training

/** Shows the setup in the controls. */
function fill() {
  settings.fill(setup);
  at('add').disabled = setup.layers.length >= choices.mostLayers;
  at('all-activations').value = '';
  net.build(setup, begun);
}

/** Begins anew with a remedy; of the network beside yours it takes the activation. @param {Setup} remedied @param {number} lane */
function remedy(remedied, lane) {
  const own = lane === 0 ? {} : { layers: setup.layers, against: remedied.layers[0]?.activation ?? setup.against };
  return change({ ...remedied, ...own, csv: setup.csv, csvName: setup.csvName }, true);
}

/** @param {number} layer @param {string} text */
function setActivation(layer, text) {
  return setActivations(setup.layers.map((one, i) => i === layer ? text : one.activation));
}

/** Other activations, with the weights that were learned. @param {string[]} activations */
async function setActivations(activations) {
  const next = setup.layers.map((one, i) => ({ ...one, activation: activations[i] }));
  if (!training.isOpen() || !frame) {
    return change({ layers: next });
  }
  await attempted(async () => {
    await training.command({ do: 'activations', activations });
    onTheWay();
    setup = { ...setup, layers: next, step: 0 };
    address(true);
    next.forEach((layer, i) => { at(`activation-${i + 1}`).value = layer.activation; });
  });
}

/** Something was changed in a network that has learned already. */
function onTheWay() {
  changedOnTheWay ||= (frame?.step ?? 0) > 0;
  at('kept').hidden = !changedOnTheWay;
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

/** @param {number} speed */
function speed(speed) {
  return attempted(async () => {
    setup.speed = speed;
    address(false);
    await training.command({ do: 'speed', speed });
  });
}

/** @param {number} rate */
function rate(rate) {
  return attempted(async () => {
    await training.command({ do: 'rate', rate });
    onTheWay();
    setup = { ...setup, rate, step: 0 };
    address(false);
    if (!training.isOpen()) {
      await begin(false);
    }
  });
}

at('add').addEventListener('click', () => change({ layers: [...setup.layers, { ...(setup.layers[setup.layers.length - 1] ?? defaults.layers[0]) }] }));
at('all-activations').addEventListener('change', () => {
  const text = at('all-activations').value.trim();
  if (text) {
    setActivations(setup.layers.map(() => text));
  }
});
at('run').addEventListener('click', () => attempted(async () => {
  if (!training.isOpen()) {
    return begin(true);
  }
  if (frame?.running) {
    return training.command({ do: 'pause' });
  }
  setup.step = 0;
  address(false);
  return training.command({ do: 'run' });
}));
at('step').addEventListener('click', () => attempted(async () => {
  await training.command({ do: 'step' });
}));
at('reset').addEventListener('click', () => change({ step: 0 }, false));
away(
  () => {
    // The way to where it was is known, unless it was changed on the way.
    const goes = training.isOpen() && frame !== null && !changedOnTheWay;
    if (goes) {
      training.close();
    }
    return goes;
  },
  () => {
    setup.step = frame?.step ?? 0;
    begin(frame?.running ?? false);
  });
onTheme(seen.redraw);

fill();
begin(false);
