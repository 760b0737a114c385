// @ts-check
// What is wrong, in words, and a button for what may help.
import { element } from './site.js';

const SIGNS = /** @type {Record<string, string>} */ ({ Critical: '✖', Warning: '▲', Note: '○' });

/** @param {HTMLElement} place @param {(setup: any) => void} apply  told the setup of a remedy that was chosen */
export function findings(place, apply) {
  let shown = '';

  /** @param {{ name: string, lane: any, canApply: boolean }[]} lanes */
  return function draw(lanes) {
    const key = JSON.stringify(lanes.map(one => [one.name, one.lane.findings, one.lane.broken]));
    if (key === shown) {
      return;
    }
    shown = key;
    const cards = lanes.flatMap(one => [
      ...(one.lane.broken ? [element('article', { class: 'panel finding critical' }, element('h3', {}, `✖ ${one.name ? `${one.name}: ` : ''}The training has stopped`), element('p', {}, one.lane.broken),
        element('p', { class: 'soft' }, 'Everything until then is still here. Reset, with a smaller learning rate, begins anew.'))] : []),
      ...one.lane.findings.map((/** @type {any} */ finding) => card(one.name, finding, one.canApply)),
    ]);
    const steps = lanes[0]?.lane.step ?? 0;
    place.replaceChildren(...(cards.length ? cards : [element('p', { class: 'soft' }, steps ? `Nothing found up to now.` : 'Nothing found yet. Run the network.')]));
  };

  /** @param {string} name @param {any} finding @param {boolean} canApply */
  function card(name, finding, canApply) {
    const buttons = finding.remedies.map((/** @type {any} */ remedy) => {
      const button = element('button', { type: 'button', class: 'quiet' }, `Try ${remedy.text}`);
      button.addEventListener('click', () => apply(remedy.setup));
      return button;
    });
    return element('article', { class: `panel finding ${finding.severity.toLowerCase()}` },
      element('h3', {}, `${SIGNS[finding.severity]} ${name ? `${name}: ` : ''}${finding.rule[0].toUpperCase()}${finding.rule.slice(1)}`),
      element('p', {}, `${finding.text[0].toUpperCase()}${finding.text.slice(1)}.`), element('p', { class: 'soft' }, finding.why),
      ...(finding.withIt.length ? [element('p', {}, 'With it came:'), element('ul', {}, ...finding.withIt.map((/** @type {string} */ text) => element('li', {}, text)))] : []),
      ...(canApply && buttons.length ? [element('p', { class: 'row' }, ...buttons)] : []));
  }
}
