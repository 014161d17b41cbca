// @ts-check
import { LitElement, css, html } from 'lit';
import { CallFailed } from './api.js';
import { heart } from './icons.js';
import { counts, follow, toggle, unfollow } from './likes.js';

const MESSAGE_MS = 6_000;
const full = new Intl.NumberFormat('en');
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
const readable = (/** @type {number} */ likes) => (likes < 10_000 ? full : compact).format(likes);

/** A heart with a live count: `<like-button product="7" name="Tea">`. */
export class LikeButton extends LitElement {
  static properties = { product: { type: Number }, name: {}, message: { state: true } };
  static shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  static styles = css`
    :host { display: block; position: relative; }
    button {
      display: inline-flex; align-items: center; gap: var(--space-2);
      min-width: 4.5rem; min-height: 2.75rem; padding: 0 var(--space-3) 0 var(--space-2);
      border: 1px solid var(--line); border-radius: 999px; background: var(--surface); color: var(--ink);
      font: inherit; font-weight: 600; font-variant-numeric: tabular-nums; cursor: pointer; touch-action: manipulation;
    }
    @media (hover: hover) { button:hover { border-color: var(--heart); } }
    button:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
    button[aria-pressed='true'] { border-color: var(--heart-line); background: var(--heart-soft); color: var(--heart); }
    svg { width: 1.5rem; height: 1.5rem; fill: none; stroke: var(--heart); stroke-width: 1.8; stroke-linejoin: round; }
    [aria-pressed='true'] svg { fill: var(--heart); }
    .count { min-width: 1ch; }
    .message {
      position: absolute; left: 0; width: max-content; max-width: 100%; bottom: calc(100% + var(--space-2)); padding: var(--space-2) var(--space-3);
      border-radius: var(--space-3); background: var(--warning-soft); color: var(--warning); font-size: var(--text-small); line-height: 1.35;
    }
    .message:empty { display: none; }
    @media (forced-colors: active) { [aria-pressed='true'] svg { fill: Highlight; } }
  `;

  #stop = () => {};
  #label = '';
  #pressing = false;
  /** @type {number | undefined} */
  #likes;

  constructor() {
    super();
    this.product = 0;
    this.name = '';
    this.message = '';
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.hasUpdated) this.#listen();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop();
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has('product')) this.#listen();
  }

  #listen() {
    this.#stop();
    const deaf = counts.listen(this.product, () => this.requestUpdate());
    follow(this, this.product);
    this.#stop = () => {
      deaf();
      unfollow(this);
    };
  }

  render() {
    const { likes, liked } = counts.shown(this.product);
    return html`
      <button type="button" aria-pressed=${liked} aria-label=${this.#labelFor(likes)} data-likes=${likes}
          @click=${this.#press} @blur=${() => this.requestUpdate()}>
        <svg viewBox="0 0 24 24" aria-hidden="true">${heart}</svg>
        <span class="count">${readable(likes)}</span>
      </button>
      <span class="message" role="status">${this.message}</span>`;
  }

  updated() {
    const { likes } = counts.shown(this.product);
    if (this.#likes !== undefined && likes !== this.#likes) this.#pop('.count', likes > this.#likes ? 1 : -1);
    this.#likes = likes;
  }

  /** A screen reader speaks each new name of the focused button: others' likes must not make it chatter. @param {number} likes */
  #labelFor(likes) {
    if (!this.#label || this.#pressing || !this.matches(':focus-within'))
      this.#label = `Like ${this.name}, ${readable(likes)} ${likes === 1 ? 'like' : 'likes'}`;
    return this.#label;
  }

  async #press() {
    this.#pressing = true;
    this.message = '';
    this.#pop('svg', 1);
    try {
      await toggle(this.product);
    } catch (failure) {
      this.#say(failure instanceof CallFailed ? failure.message : 'That did not work.');
    }
    this.requestUpdate();
    await this.updateComplete;
    this.#pressing = false;
  }

  /** @param {string} message */
  #say(message) {
    this.message = message;
    setTimeout(() => this.message === message && (this.message = ''), MESSAGE_MS);
  }

  /** @param {string} selector @param {1 | -1} direction */
  #pop(selector, direction) {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const transform = selector === 'svg' ? 'scale(0.7)' : `translateY(${direction * 45}%)`;
    const timing = { duration: 260, easing: 'cubic-bezier(0.3, 1.6, 0.5, 1)' };
    this.renderRoot.querySelector(selector)?.animate([{ transform, opacity: 0.4 }, { transform: 'none', opacity: 1 }], timing);
  }
}

customElements.define('like-button', LikeButton);
