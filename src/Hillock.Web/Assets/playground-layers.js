// @ts-check
// The inside of the layers: what comes out of each, and what comes back to each as gradient.
import { fold } from './fold.js';
import { element, show } from './site.js';
import { css, palette } from './paint.js';
/** @import { GradientFrame, LayerFrame } from './wire.js' */

const WIDTH = 260, HEIGHT = 90;

/** @param {HTMLElement} place  where the cards go */
export function layers(place) {
  /** @typedef {{ key: string, canvas: HTMLCanvasElement, text: HTMLElement, numbers: ReturnType<typeof fold> }} Card */
  /** @type {Card[]} */
  let cards = [];
  /** @type {LayerFrame[]} */
  let last = [];

  /** @param {LayerFrame[]} all */
  function draw(all) {
    last = all;
    const key = all.map(layer => `${layer.name} ${layer.activation}`).join('|');
    if (cards[0]?.key !== key) {
      cards = all.map((layer, i) => card(layer, i, key));
    }
    if (all.length === 0) {
      place.replaceChildren(element('p', { class: 'soft' }, 'There is no hidden layer.'));
    }
    all.forEach((layer, i) => tell(layer, cards[i], i));
  }

  /** @param {LayerFrame} layer @param {number} i @param {string} key */
  function card(layer, i, key) {
    const canvas = /** @type {HTMLCanvasElement} */ (element('canvas', { width: String(WIDTH), height: String(HEIGHT), role: 'img' }));
    const text = element('p', { class: 'soft' });
    if (i === 0) {
      place.replaceChildren();
    }
    const numbers = fold(`Outputs of layer ${i + 1}`, () => spread(last[i]));
    place.append(element('figure', { class: 'card layer' }, element('h3', {}, `Layer ${i + 1}: ${layer.activation}`), canvas, element('figcaption', {}, text), numbers.node));
    return { key, canvas, text, numbers };
  }

  /** @param {LayerFrame} layer @param {Card} card @param {number} i */
  function tell(layer, card, i) {
    histogram(card.canvas, layer);
    const parts = [`outputs ${show(layer.mean, 2)} ± ${show(layer.deviation, 2)}, from ${show(layer.low, 2)} to ${show(layer.high, 2)}`];
    parts.push(layer.dead.length ? `${layer.dead.length} of ${layer.units} units are dead` : 'no dead units');
    if (layer.saturated) {
      parts.push(`${Math.round(100 * layer.saturated)} % saturated`);
    }
    const told = layer.counts.length ? parts.join('; ') : 'not looked at yet';
    card.text.textContent = told;
    card.numbers.draw();
    card.canvas.setAttribute('aria-label', `How the outputs of layer ${i + 1} are spread: ${told}`);
  }

  return { draw, redraw: () => draw(last) };
}

/** How many outputs lie where. @param {LayerFrame} layer */
function spread({ low, high, counts }) {
  const [from, to] = [low ?? NaN, high ?? NaN], edge = (/** @type {number} */ i) => show(from + (to - from) * i / counts.length, 2);
  return { heads: ['from', 'to', 'outputs'], rows: counts.map((count, i) => [edge(i), edge(i + 1), String(count)]) };
}

/** @param {HTMLCanvasElement} canvas @param {LayerFrame} layer */
function histogram(canvas, layer) {
  const to = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')), { low, middle, soft } = palette();
  to.fillStyle = css(middle);
  to.fillRect(0, 0, WIDTH, HEIGHT);
  const most = Math.max(1, ...layer.counts), bar = WIDTH / Math.max(1, layer.counts.length);
  to.fillStyle = css(low);
  layer.counts.forEach((count, i) => {
    const height = count / most * (HEIGHT - 18);
    to.fillRect(i * bar + .5, HEIGHT - 14 - height, bar - 1, height);
  });
  to.fillStyle = soft;
  to.font = '11px system-ui, sans-serif';
  to.textAlign = 'left';
  to.fillText(show(layer.low, 2), 0, HEIGHT - 2);
  to.textAlign = 'right';
  to.fillText(show(layer.high, 2), WIDTH, HEIGHT - 2);
}

/** Bars for the gradients of each layer, first to last. @param {HTMLElement} figure */
export function flow(figure) {
  const bars = element('div', { class: 'flow', role: 'img' }), caption = element('figcaption');
  /** @type {GradientFrame[]} */
  let last = [];
  const numbers = fold('Gradient flow', () => ({
    heads: ['layer', 'gradient', 'change in a step'],
    rows: last.map(layer => [layer.name, show(layer.size, 2), show(layer.update, 2)]),
  }));
  figure.replaceChildren(bars, caption, numbers.node);

  /** @param {GradientFrame[]} gradients */
  return function draw(gradients) {
    last = gradients;
    const sizes = gradients.map(layer => layer.size ?? 0), most = Math.max(...sizes, 0);
    if (bars.children.length !== gradients.length) {
      bars.replaceChildren(...gradients.map(() => element('div', {}, element('span', { class: 'name' }), element('span', { class: 'track' }, element('span', { class: 'bar' })), element('span', { class: 'size n' }))));
    }
    gradients.forEach((layer, i) => {
      const [name, track, size] = /** @type {HTMLElement[]} */ ([...bars.children[i].children]);
      name.textContent = layer.name;
      size.textContent = show(layer.size, 2);
      // Six powers of ten from edge to edge.
      const share = sizes[i] > 0 ? Math.max(.01, 1 + Math.log10(sizes[i] / most) / 6) : 0;
      /** @type {HTMLElement} */ (track.firstElementChild).style.width = `${100 * share}%`;
    });
    const told = sentence(gradients);
    caption.textContent = told;
    bars.setAttribute('aria-label', `Gradients of the layers, first to last. ${told}`);
    numbers.draw();
  };
}

/** @param {GradientFrame[]} gradients */
function sentence(gradients) {
  if (gradients.length < 2) {
    return gradients.length ? 'There is one layer; nothing can fade.' : 'Gradients are there after the first step.';
  }
  const [first, end] = [gradients[0].size, gradients[gradients.length - 1].size];
  if (!first || !end) {
    return 'No gradient comes back.';
  }
  const ratio = first / end;
  const how = ratio < 1e-3 ? 'they fade on their way back' : ratio < .1 ? 'they get smaller on their way back' : ratio > 1e3 ? 'they grow on their way back' : 'they come through well';
  return `The first layer's gradients are ${show(ratio, 2)} of the last layer's, per weight: ${how}. Each step of the scale is a power of ten.`;
}
