// @ts-check
import { LitElement, css, html, nothing } from 'lit';
import { picture } from './icons.js';

/** A product's picture, or a drawing where it does not load. `alt` is for where no title is beside it; `whole` shows all of it. */
export class ProductPicture extends LitElement {
  static properties = { src: {}, alt: {}, eager: { type: Boolean }, broken: { state: true } };

  static styles = css`
    :host { display: block; position: relative; aspect-ratio: 4 / 3; background: var(--sunken); }
    img, div { position: absolute; inset: 0; width: 100%; height: 100%; }
    img { object-fit: cover; }
    :host([whole]) img { object-fit: contain; }
    div { display: grid; place-items: center; color: var(--ink-faint); }
    svg { width: min(3rem, 40%); fill: none; stroke: currentColor; stroke-width: 1.4; stroke-linejoin: round; }
  `;

  constructor() {
    super();
    this.src = '';
    this.alt = '';
    this.eager = false;
    this.broken = false;
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has('src')) this.broken = !this.src;
  }

  render() {
    return this.broken
      ? html`<div class="fallback" role=${this.alt ? 'img' : nothing} aria-label=${this.alt || nothing}><svg viewBox="0 0 24 24" aria-hidden="true">${picture}</svg></div>`
      : html`<img src=${this.src} alt=${this.alt} loading=${this.eager ? 'eager' : 'lazy'} decoding=${this.eager ? 'sync' : 'async'} referrerpolicy="no-referrer" @error=${this.#fail}>`;
  }

  #fail() {
    this.broken = true;
  }
}

customElements.define('product-picture', ProductPicture);
