// @ts-check
import { LitElement, css, html } from 'lit';
import { picture } from './icons.js';
import './like-button.js';

/** A product: picture, title, like button. */
export class ProductCard extends LitElement {
  static properties = { product: { attribute: false }, broken: { state: true } };
  static shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  static styles = css`
    :host { display: block; height: 100%; }
    article {
      display: flex; flex-direction: column; height: 100%; overflow: hidden;
      border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface); box-shadow: var(--shadow);
    }
    .frame { position: relative; aspect-ratio: 4 / 3; background: var(--sunken); }
    .frame > * { position: absolute; inset: 0; width: 100%; height: 100%; }
    img { object-fit: cover; }
    .fallback { display: grid; place-items: center; color: var(--ink-faint); }
    .fallback svg { width: 3rem; height: 3rem; fill: none; stroke: currentColor; stroke-width: 1.4; stroke-linejoin: round; }
    .text { display: flex; flex: 1; flex-direction: column; justify-content: space-between; gap: var(--space-3); }
    .text { padding: var(--space-3) var(--space-4) var(--space-4); }
    h2 {
      display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden;
      margin: 0; font: 600 var(--text-title) / 1.3 var(--font); overflow-wrap: anywhere; text-wrap: balance;
    }
  `;

  constructor() {
    super();
    /** @type {import('./api.js').Product | undefined} */
    this.product = undefined;
    this.broken = false;
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has('product')) this.broken = false;
  }

  render() {
    if (!this.product) return;
    const { id, title, image } = this.product;
    return html`
      <article>
        <div class="frame">
          ${this.broken
            ? html`<div class="fallback"><svg viewBox="0 0 24 24" aria-hidden="true">${picture}</svg></div>`
            : html`<img src=${image} alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer" @error=${this.#fail}>`}
        </div>
        <div class="text">
          <h2 title=${title}>${title}</h2>
          <like-button .product=${id} .name=${title}></like-button>
        </div>
      </article>`;
  }

  #fail() {
    this.broken = true;
  }
}

customElements.define('product-card', ProductCard);
