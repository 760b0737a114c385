// @ts-check
// An experiment's page: charts of what is known, and while it runs, once a second, what is new.
import { chart } from './chart.js';
import { byId, capital, show } from './site.js';

const EVERY = 1000;

/**
 * @typedef {{ name: string, score: (number | null)[], loss: (number | null)[], gradients: (number | null)[] }} One
 * @typedef {{ measure: string, unit: string, epochs: number[], series: One[], layers: string[] }} Curves
 */

const live = document.getElementById('live');
if (live) {
  start(live);
}

/** @param {HTMLElement} live */
function start(live) {
  const first = read(live);
  let names = first.series.map(one => one.name);
  const series = first.series.map((one, i) => ({ name: one.name, style: i }));
  const unit = first.unit ? `, ${first.unit}` : '';
  const score = chart(byId('score'), {
    label: `${first.measure} by epoch`, xName: 'epoch', whole: true, yName: `${first.measure}${unit}`, series: [...series],
    sentence: data => ends(data, names, first.measure, first.unit),
  });
  const loss = chart(byId('loss'), {
    label: 'Training loss by epoch', xName: 'epoch', whole: true, yName: 'training loss', series: [...series], sentence: data => ends(data, names, 'Training loss', ''),
  });
  const gradients = chart(byId('gradients'), {
    label: 'Gradient of each layer in the end', xName: 'layer, counted from the data', whole: true, yName: 'gradient per weight', series: [...series], log: true,
    sentence: data => faded(data, names),
  });
  draw(first);
  if (root(live).dataset.state === 'running' && live.dataset.isLast === 'true') {
    follow();
  }

  /** @param {Curves} curves */
  function draw(curves) {
    const now = curves.series.map(one => one.name);
    if (now.join('\n') !== names.join('\n')) {
      names = now;
      [score, loss, gradients].forEach(one => one.setSeries(names.map((name, i) => ({ name, style: i }))));
    }
    score.set([curves.epochs, ...curves.series.map(one => padded(one.score, curves.epochs.length))]);
    loss.set([curves.epochs, ...curves.series.map(one => padded(one.loss, curves.epochs.length))]);
    const layers = curves.layers.map((_, i) => i + 1);
    const shown = /** @type {HTMLElement} */ (document.querySelector('[data-while="layers"]'));
    shown.hidden = layers.length < 2;
    gradients.set([layers, ...curves.series.map(one => padded(one.gradients, layers.length))]);
  }

  async function follow() {
    for (let state = 'running'; state === 'running';) {
      await new Promise(done => setTimeout(done, EVERY));
      if (document.hidden) {
        continue;
      }
      const before = root(live);
      try {
        const answer = await fetch(`/experiments/${live.dataset.id}/live?seen=${encodeURIComponent(before.dataset.version ?? '')}`);
        if (answer.status === 200) {
          const next = new DOMParser().parseFromString(await answer.text(), 'text/html').body.firstElementChild;
          renew(before, /** @type {HTMLElement} */ (next));
          draw(read(live));
        } else if (answer.status !== 204) {
          return;
        }
      } catch {
        // The site is away for a moment, or for good; the page stays as it was.
        continue;
      }
      state = before.dataset.state ?? '';
    }
    for (const one of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-while]'))) {
      if (one.dataset.while === 'running') {
        one.hidden = true;
      } else if (one.dataset.while === 'finished') {
        one.hidden = root(live).dataset.concluded !== 'true';
      }
    }
  }
}

/** Puts in place what has changed, and leaves what is unfolded or focused as it was.
 * @param {HTMLElement} before @param {HTMLElement} next
 */
function renew(before, next) {
  Object.assign(before.dataset, next.dataset);
  for (const part of [...next.children]) {
    const old = document.getElementById(part.id);
    if (!old || old.innerHTML === part.innerHTML) {
      continue;
    }
    const focused = old.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement) : null;
    const place = focused?.id || focused?.closest('[id]')?.id;
    const folds = new Map([...old.querySelectorAll('details')].map(one => [one.id, one.open]));
    old.replaceChildren(...part.childNodes);
    for (const fold of old.querySelectorAll('details')) {
      fold.open = folds.get(fold.id) ?? fold.open;
    }
    if (place) {
      const again = document.getElementById(place);
      /** @type {HTMLElement | null} */ (again?.tagName === 'DETAILS' ? again.querySelector('summary') : again)?.focus({ preventScroll: true });
    }
  }
}

/** @param {HTMLElement} live @returns {HTMLElement} */
function root(live) {
  return /** @type {HTMLElement} */ (live.firstElementChild);
}

/** @param {HTMLElement} live @returns {Curves} */
function read(live) {
  return JSON.parse(live.querySelector('#curves')?.textContent ?? '{}');
}

/** @param {(number | null)[]} row @param {number} length */
function padded(row, length) {
  return [...row, ...Array(Math.max(0, length - row.length)).fill(null)];
}

/** @param {(number | null)[]} row */
function last(row) {
  return row.findLast(value => value != null) ?? null;
}

/** @param {(number | null)[][]} data @param {string[]} names @param {string} what @param {string} unit */
function ends(data, names, what, unit) {
  const at = names.flatMap((name, i) => last(data[i + 1] ?? []) == null ? [] : [`${name} ${show(Number(last(data[i + 1])), 3)}${unit === '%' ? ' %' : unit && ` ${unit}`}`]);
  return at.length ? `${capital(what)} after ${data[0].length} epochs: ${at.join(', ')}.` : 'No epoch is over yet.';
}

/** @param {(number | null)[][]} data @param {string[]} names */
function faded(data, names) {
  const told = names.flatMap((name, i) => {
    const row = (data[i + 1] ?? []).filter(value => value != null);
    return row.length > 1 ? [`${name} ${show(Number(row[0]) / Number(row[row.length - 1]), 2)}`] : [];
  });
  return told.length ? `The first layer's gradient as a share of the last one's: ${told.join(', ')}.` : '';
}
