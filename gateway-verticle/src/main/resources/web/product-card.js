// @ts-check
import { LitElement, css, html } from 'lit';
import './like-button.js';
import './product-picture.js';

/** A product in the list: picture, title, like button. */
export class ProductCard extends LitElement {
  static properties = { product: { attribute: false } };
  static shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  static styles = css`
    :host { display: block; height: 100%; }
    article { position: relative; display: flex; flex-direction: column; gap: var(--space-2); height: 100%; }
    product-picture { overflow: hidden; border-radius: var(--radius); box-shadow: var(--shadow); }
    a { display: grid; gap: var(--space-3); color: inherit; text-decoration: none; }
    a::after { position: absolute; inset: 0; border-radius: var(--radius); content: ''; }
    a:focus-visible { outline: none; }
    a:focus-visible::after { outline: 3px solid var(--focus); outline-offset: 3px; }
    h2 {
      display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden;
      margin: 0; font: 650 var(--text-title) / 1.3 var(--font); letter-spacing: -0.01em; overflow-wrap: anywhere; text-wrap: balance;
    }
    like-button { z-index: 1; align-self: flex-start; margin-top: auto; }
    @media (hover: hover) and (prefers-reduced-motion: no-preference) {
      product-picture { transition: transform 220ms cubic-bezier(0.2, 0.7, 0.3, 1); }
      article:has(a:hover) product-picture { transform: translateY(-4px); }
    }
    @media (hover: hover) { article:has(a:hover) h2 { text-decoration: underline; text-underline-offset: 0.2em; text-decoration-thickness: 1px; } }
  `;

  constructor() {
    super();
    /** @type {import('./api.js').Product | undefined} */
    this.product = undefined;
  }

  render() {
    if (!this.product) return;
    const { id, title, image } = this.product;
    return html`
      <article>
        <a href="/products/${id}">
          <product-picture .src=${image}></product-picture>
          <h2 dir="auto" title=${title}>${title}</h2>
        </a>
        <like-button .product=${id} .name=${title}></like-button>
      </article>`;
  }
}

customElements.define('product-card', ProductCard);
