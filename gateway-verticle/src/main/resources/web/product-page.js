// @ts-check
import { LitElement, html, nothing } from 'lit';
import * as api from './api.js';
import { keepFocus } from './focus.js';
import { cup, icon } from './icons.js';
import './like-button.js';
import { counts, live } from './likes.js';
import { day } from './numbers.js';
import './product-picture.js';
import './share-link.js';
import { strings } from './strings.js';

const text = strings.product;
const HEAL_MS = 5_000;
/** The product that the page came with. @type {api.Product | null} */
const sent = JSON.parse(document.getElementById('product')?.textContent ?? 'null');

/** One product: its picture, its count, and a link to pass on. Fires `titled` with what the window is called. */
export class ProductPage extends LitElement {
  static properties = { product: { type: Number }, seen: { attribute: false }, known: { state: true }, trouble: { state: true } };
  #heal = () => this.isConnected && this.trouble === 'failed' && void this.#load();

  constructor() {
    super();
    this.product = 0;
    /** @type {api.Product | undefined} what somebody else knows of it already */
    this.seen = undefined;
    /** @type {api.Product | undefined} */
    this.known = undefined;
    /** @type {'' | 'missing' | 'failed'} */
    this.trouble = '';
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    live.addEventListener('open', this.#heal);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    live.removeEventListener('open', this.#heal);
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has('product')) void this.#load();
  }

  async #load() {
    const asked = this.product;
    this.#show([this.known, this.seen, sent].find((known) => known?.id === asked));
    this.trouble = '';
    try {
      const product = await api.product(asked);
      if (asked === this.product) this.#show(product);
    } catch (failure) {
      if (asked !== this.product) return;
      const missing = failure instanceof api.CallFailed && failure.status === 404;
      this.trouble = missing ? 'missing' : 'failed';
      if (!missing) setTimeout(this.#heal, HEAL_MS);
      if (missing || !this.known) void this.#title(missing ? text.notFound : text.failed);
    }
  }

  /** @param {api.Product | null | undefined} product */
  #show(product) {
    this.known = product ?? undefined;
    if (!product) return;
    counts.offer({ productId: product.id, likes: product.likes, version: product.likesVersion });
    void this.#title(product.title);
  }

  /** @param {string} title */
  async #title(title) {
    await this.updateComplete;
    this.dispatchEvent(new CustomEvent('titled', { detail: title, bubbles: true }));
  }

  /** @param {import('lit').PropertyValues} changed */
  update(changed) {
    keepFocus(this, () => super.update(changed));
  }

  render() {
    return html`
      <a class="back" href="/">${icon('back')} ${text.back}</a>
      ${this.known && this.trouble !== 'missing' ? this.#shown(this.known) : this.trouble ? this.#trouble() : this.#loading()}`;
  }

  /** @param {api.Product} product */
  #shown({ id, title, image, createdAt, description }) {
    return html`
      <article class="product">
        <product-picture whole .src=${image} .alt=${text.picture(title)} eager></product-picture>
        <div class="details">
          <h1 dir="auto" tabindex="-1">${title}</h1>
          <p class="since"><time datetime=${createdAt}>${text.added(day(createdAt))}</time></p>
          <div class="row">
            <like-button .product=${id} .name=${title}></like-button>
            <share-link .path=${`/products/${id}`} .name=${title}></share-link>
          </div>
          ${description ? html`<p class="description" dir="auto">${description}</p>` : nothing}
        </div>
      </article>`;
  }

  #loading() {
    return html`
      <div class="product" data-state="loading">
        <div class="skeleton"><div></div></div>
        <div class="details"><h1 tabindex="-1" class="visually-hidden">${text.loading}</h1><div class="skeleton" aria-hidden="true"><span></span><span></span></div></div>
      </div>`;
  }

  #trouble() {
    const missing = this.trouble === 'missing';
    return html`
      <div class="notice" data-state=${this.trouble}>
        <svg viewBox="0 0 24 24" aria-hidden="true">${cup}</svg>
        <h1 tabindex="-1">${missing ? text.notFound : text.failed}</h1>
        <p role="alert">${missing ? text.notFoundHint : strings.common.retrying}</p>
        ${missing ? search() : nothing}
        <div class="row">
          ${missing ? html`<a class="button" href="/">${text.seeAll}</a>` : html`<button class="button" type="button" @click=${this.#load}>${strings.common.tryAgain}</button>`}
        </div>
      </div>`;
  }
}

function search() {
  return html`
    <form class="search" role="search" action="/">
      ${icon('search')}
      <input type="search" name="q" dir="auto" maxlength="200" aria-label=${strings.common.searchTitles} placeholder=${strings.common.searchTitles} autocomplete="off">
    </form>`;
}

customElements.define('product-page', ProductPage);
