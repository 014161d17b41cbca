// @ts-check
import { LitElement, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import * as api from './api.js';
import { cup } from './icons.js';
import { counts, learn } from './likes.js';
import './live-badge.js';
import './product-card.js';

const SKELETONS = 8;

/** The catalogue: loads page by page, shows a card for each product. */
export class StoreFront extends LitElement {
  static properties = { products: { state: true }, next: { state: true }, status: { state: true } };

  constructor() {
    super();
    /** @type {api.Product[]} */
    this.products = [];
    /** @type {string | undefined} */
    this.next = undefined;
    /** @type {'loading' | 'ready' | 'failed'} */
    this.status = 'loading';
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    if (!this.products.length) void this.#load();
  }

  /** @param {string} [page] */
  async #load(page) {
    this.status = 'loading';
    try {
      const { products, next } = await api.products(page);
      const known = new Set(this.products.map(({ id }) => id));
      const fresh = products.filter(({ id }) => !known.has(id));
      for (const { id, likes, likesVersion } of fresh) counts.offer({ productId: id, likes, version: likesVersion });
      void learn(fresh.map(({ id }) => id));
      this.products = [...this.products, ...fresh];
      this.next = next;
      this.status = 'ready';
      return fresh[0];
    } catch {
      this.status = 'failed';
    }
  }

  /** Whoever pressed the button by keyboard goes on at the first new product, not at the top of the page. */
  async #showMore() {
    const first = await this.#load(this.next);
    await new Promise(requestAnimationFrame);
    if (first) /** @type {HTMLElement | null} */ (this.querySelector(`[data-product="${first.id}"]`))?.focus();
  }

  render() {
    if (this.products.length) return [this.#grid(), this.#more()];
    if (this.status === 'loading') return this.#skeletons();
    if (this.status === 'failed') return this.#failed();
    return html`
      <div class="notice" data-state="empty">
        <svg viewBox="0 0 24 24" aria-hidden="true">${cup}</svg>
        <h2>Nothing on the shelf yet</h2>
        <p>Come back soon.</p>
      </div>`;
  }

  #grid() {
    const card = (/** @type {api.Product} */ product) =>
      html`<li><product-card data-product=${product.id} .product=${product}></product-card></li>`;
    return html`<ul class="grid" role="list">${repeat(this.products, ({ id }) => id, card)}</ul>`;
  }

  #more() {
    if (!this.next) return nothing;
    const loading = this.status === 'loading';
    return html`
      <div class="more">
        <button class="button" type="button" aria-disabled=${loading} @click=${() => loading || this.#showMore()}>
          ${loading ? 'Loading …' : 'Show more'}
        </button>
        <p role="status">${this.status === 'failed' ? 'That did not work. Please try again.' : nothing}</p>
      </div>`;
  }

  #skeletons() {
    const skeleton = html`<li class="skeleton"><div></div><span></span><span></span></li>`;
    return html`
      <p class="visually-hidden" role="status">Loading the products</p>
      <ul class="grid" aria-hidden="true" data-state="loading">${Array(SKELETONS).fill(skeleton)}</ul>`;
  }

  #failed() {
    return html`
      <div class="notice" role="alert" data-state="failed">
        <svg viewBox="0 0 24 24" aria-hidden="true">${cup}</svg>
        <h2>The shelf did not load</h2>
        <p>The shop could not be reached.</p>
        <button class="button" type="button" @click=${() => this.#load()}>Try again</button>
      </div>`;
  }
}

customElements.define('store-front', StoreFront);
