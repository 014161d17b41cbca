// @ts-check
import { LitElement, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { SORTS } from './address.js';
import { icon } from './icons.js';
import { live } from './likes.js';
import './product-card.js';
import { Products } from './products.js';
import { empty, failed, skeletons } from './shelf-states.js';

const PAUSE_MS = 300;

/** The catalogue: search, order, a card for each product. Fires `shelf-moved` with where the address should lead. */
export class StoreFront extends LitElement {
  static properties = { shelf: { attribute: false } };
  #products = new Products(() => this.requestUpdate());
  #typing = 0;
  #heal = () => this.#products.failed && void this.#products.again(true);

  constructor() {
    super();
    /** @type {import('./address.js').Shelf} */
    this.shelf = { q: '', sort: SORTS[0].id, pages: 1 };
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
    if (changed.has('shelf')) this.#products.show(this.shelf);
  }

  render() {
    return [this.#top(), this.#content()];
  }

  #top() {
    const option = ({ id, name } = SORTS[0]) => html`<option value=${id} ?selected=${id === this.shelf.sort}>${name}</option>`;
    return html`
      <div class="hero">
        <div>
          <h1 tabindex="-1">Find something to like</h1>
          <p class="lead">Every heart counts at once, on every screen.</p>
        </div>
        <form class="search" id="find" role="search" action="/" @submit=${this.#submit}>
          ${icon('search')}
          <input type="search" name="q" maxlength="200" aria-label="Search titles" placeholder="Search titles" autocomplete="off"
            .value=${this.shelf.q} @input=${this.#type}>
        </form>
      </div>
      <div class="found">
        <p role="status">${this.#products.summary}</p>
        <span class="choose">
          <select name="sort" form="find" aria-label="Order" @change=${this.#submit}>${SORTS.map(option)}</select>${icon('chevron')}
        </span>
      </div>`;
  }

  #content() {
    const { list, loading, failed: hasFailed } = this.#products;
    if (list.length) return [this.#grid(list), this.#more()];
    if (hasFailed) return failed(hasFailed, () => this.#products.again());
    if (loading) return skeletons();
    return empty(this.shelf.q, () => this.#move({ ...this.shelf, q: '', pages: 1 }));
  }

  /** @param {import('./api.js').Product[]} list */
  #grid(list) {
    const card = (/** @type {import('./api.js').Product} */ product) =>
      html`<li><product-card data-product=${product.id} .product=${product}></product-card></li>`;
    return html`<ul class="grid" role="list" aria-busy=${this.#products.stale}>${repeat(list, ({ id }) => id, card)}</ul>`;
  }

  #more() {
    const { more, loading, failed: hasFailed } = this.#products;
    if (!more && !hasFailed) return nothing;
    const act = () => !loading && (more && !this.#products.stale ? this.#showMore() : this.#products.again());
    return html`
      <div class="more">
        <button class="button" type="button" aria-disabled=${loading} @click=${act}>${loading ? 'Loading …' : more ? 'Show more' : 'Try again'}</button>
        <p role="status">${hasFailed ? 'That did not work. Please try again.' : nothing}</p>
      </div>`;
  }

  /** Whoever pressed the button by keyboard goes on at the first new product, not at the top of the page. */
  async #showMore() {
    const first = await this.#products.showMore();
    if (!first) return;
    this.shelf.pages++;
    this.dispatchEvent(new CustomEvent('shelf-moved', { detail: { shelf: this.shelf, replace: true } }));
    await new Promise(requestAnimationFrame);
    /** @type {HTMLElement | null} */ (this.querySelector(`[data-product="${first.id}"]`))?.focus();
  }

  #type() {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#submit(), PAUSE_MS);
  }

  /** @param {Event} [event] */
  #submit(event) {
    event?.preventDefault();
    clearTimeout(this.#typing);
    const form = /** @type {HTMLFormElement} */ (this.querySelector('form'));
    const given = new FormData(form);
    this.#move({ q: String(given.get('q')).trimStart(), sort: String(given.get('sort')), pages: 1 });
  }

  /** @param {import('./address.js').Shelf} shelf */
  #move(shelf) {
    const { q, sort } = this.shelf;
    if (shelf.q === q && shelf.sort === sort) return;
    this.shelf = shelf;
    this.dispatchEvent(new CustomEvent('shelf-moved', { detail: { shelf } }));
  }
}

customElements.define('store-front', StoreFront);
