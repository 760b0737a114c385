// @ts-check
// What is wrong, in words, and a button for what may help. A card stays while its numbers change, or its buttons could not be pressed.
import { byId, capital, element, sentence } from './site.js';
/** @import { FindingFrame, LaneFrame, Setup } from './wire.js' */

const SIGNS = /** @type {Record<string, string>} */ ({ Critical: '✖', Warning: '▲', Note: '○' });

/** @typedef {{ title: string, node: HTMLElement, tell: (finding: FindingFrame) => void }} Card */

/** @param {HTMLElement} place @param {(setup: Setup, lane: number) => void} apply  told the setup of a remedy that was chosen, and of which network */
export function findings(place, apply) {
  /** @type {Map<string, Card>} */
  let shown = new Map();
  const nothing = element('p', { class: 'soft' });
  place.replaceChildren(nothing);

  /** @param {{ name: string, lane: LaneFrame }[]} lanes */
  return function draw(lanes) {
    /** @type {typeof shown} */
    const next = new Map();
    lanes.forEach(({ name, lane }, i) => {
      for (const finding of [...ended(lane), ...lane.findings]) {
        const key = [name, finding.severity, finding.rule, finding.layer, ...finding.remedies.map(remedy => remedy.text)].join('\n');
        const made = shown.get(key) ?? card(name, finding, remedied => apply(remedied, i));
        made.tell(finding);
        next.set(key, made);
      }
    });
    if ([...next.keys()].join() !== [...shown.keys()].join() || next.size === 0) {
      nothing.textContent = lanes[0]?.lane.step ? 'Nothing found up to now.' : 'Nothing found yet. Run the network.';
      const cards = [...next.values()];
      place.replaceChildren(...(cards.length ? cards.map(one => one.node) : [nothing]));
      // What is found is said where Run is too; the cards may be out of sight.
      byId('alerts').replaceChildren(...cards.map(one => element('a', { href: '#wrong' }, one.title)));
    }
    shown = next;
  };
}

/** That numbers have ended, said as a finding. @param {LaneFrame} lane @returns {FindingFrame[]} */
function ended({ broken }) {
  return broken === null ? [] : [{
    rule: 'the training has stopped', severity: 'Critical', layer: null, text: broken, withIt: [], remedies: [],
    why: 'Everything until then is still here. Reset, with a smaller learning rate, begins anew.',
  }];
}

/** @param {string} name @param {FindingFrame} finding @param {(setup: Setup) => void} apply @returns {Card} */
function card(name, finding, apply) {
  let now = finding;
  const text = element('p'), why = element('p', { class: 'soft' });
  const list = element('ul'), count = element('summary'), withIt = element('details', { class: 'with-it' }, count, list);
  const buttons = finding.remedies.map((remedy, i) => {
    const button = element('button', { type: 'button', class: 'quiet' }, `Try ${remedy.text}`);
    button.addEventListener('click', () => apply(now.remedies[i].setup));
    return button;
  });
  const title = `${SIGNS[finding.severity]} ${name ? `${name}: ` : ''}${capital(finding.rule)}`;
  return {
    title,
    node: element('article', { class: `panel finding ${finding.severity.toLowerCase()}` },
      element('h3', {}, title),
      text, why, withIt, ...(buttons.length ? [element('p', { class: 'row' }, ...buttons)] : [])),
    tell(finding) {
      now = finding;
      text.textContent = sentence(finding.text);
      why.textContent = finding.why;
      withIt.hidden = finding.withIt.length === 0;
      count.textContent = finding.withIt.length === 1 ? 'One more came with it' : `${finding.withIt.length} more came with it`;
      list.replaceChildren(...finding.withIt.map(one => element('li', {}, one)));
    },
  };
}
