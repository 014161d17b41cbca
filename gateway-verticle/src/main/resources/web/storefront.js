// @ts-check
import { LitElement, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { SORTS } from './address.js';
import { keepFocus } from './focus.js';
import { icon } from './icons.js';
import { live } from './likes.js';
import { empty, failed, noResults, skeletons } from './list-states.js';
import './product-card.js';
import { Products } from './products.js';
import { session } from './session.js';
import { strings } from './strings.js';

const text = strings.list;
const PAUSE_MS = 300;

/** The catalogue: search, order, a card for each product. Fires `query-changed` with where the address should lead, `listed` when its products are there. */
export class StoreFront extends LitElement {
  static properties = { query: { attribute: false } };
  #products = new Products(() => this.#update());
  #typing = 0;
  /** @type {import('./address.js').ListQuery | undefined} what has been typed so far, one entry of the history */
  #typed;
  #update = () => this.requestUpdate();
  #heal = () => this.#products.failed && void this.#products.again(true);

  constructor() {
    super();
    /** @type {import('./address.js').ListQuery} */
    this.query = { q: '', sort: SORTS[0], pages: 1 };
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    live.addEventListener('open', this.#heal);
    session.addEventListener('change', this.#update);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    live.removeEventListener('open', this.#heal);
    session.removeEventListener('change', this.#update);
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (!changed.has('query')) return;
    if (this.query !== this.#typed) this.#typed = undefined;
    this.#products.show(this.query);
  }

  updated() {
    const { list, stale, loading } = this.#products;
    if (list.length && !stale && !loading) this.dispatchEvent(new Event('listed'));
  }

  /** @param {import('lit').PropertyValues} changed */
  update(changed) {
    keepFocus(this, () => super.update(changed));
  }

  render() {
    return [this.#top(), this.#content()];
  }

  #top() {
    const option = (/** @type {typeof SORTS[number]} */ sort) =>
      html`<option value=${sort} ?selected=${sort === this.query.sort}>${text.sorts[sort]}</option>`;
    return html`
      <div class="hero">
        <div>
          <h1 tabindex="-1">${strings.common.products}</h1>
          <p class="lead">${text.lead}</p>
        </div>
        <form class="search" id="find" role="search" action="/" @submit=${this.#submit}>
          ${icon('search')}
          <input type="search" name="q" dir="auto" maxlength="200" aria-label=${strings.common.searchTitles} placeholder=${strings.common.searchTitles} autocomplete="off"
            .value=${this.query.q} @input=${this.#type} @blur=${() => (this.#typed = undefined)}>
        </form>
      </div>
      <div class="found">
        <p role="status">${this.#products.summary}</p>
        <div class="row">
          <label for="sort">${text.sortBy}</label>
          <span class="choose">
            <select id="sort" name="sort" form="find" @change=${this.#submit}>${SORTS.map(option)}</select>${icon('chevron')}
          </span>
        </div>
      </div>`;
  }

  #content() {
    const { list, loading, failed: hasFailed, needs } = this.#products;
    const showAll = () => {
      this.#move({ ...this.query, q: '', pages: 1 });
      this.querySelector('input')?.focus();
    };
    if (needs) return noResults(needs, '', showAll);
    if (list.length) return [this.#grid(list), this.#more()];
    if (hasFailed) return failed(hasFailed, () => this.#products.again());
    if (loading) return skeletons();
    return this.query.q ? noResults(text.noResults(this.query.q.trim()), text.noResultsHint, showAll) : empty(session.isAdmin);
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
        <button class="button" type="button" aria-disabled=${loading} @click=${act}>${loading ? strings.common.loading : more ? strings.common.showMore : strings.common.tryAgain}</button>
        <p role="status">${hasFailed ? strings.calls.failed : nothing}</p>
      </div>`;
  }

  /** Whoever pressed the button by keyboard goes on at the first new product, not at the top of the page. */
  async #showMore() {
    const first = await this.#products.showMore();
    if (!first) return;
    this.query.pages++;
    this.dispatchEvent(new CustomEvent('query-changed', { detail: { query: this.query, replace: true } }));
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
    this.#move({ q: String(given.get('q')).trimStart(), sort: String(given.get('sort')), pages: 1 }, !event);
  }

  /** @param {import('./address.js').ListQuery} query @param {boolean} [typing] whether somebody may type on */
  #move(query, typing = false) {
    const { q, sort } = this.query;
    const replace = typing && this.#typed !== undefined;
    if (!typing) this.#typed = undefined;
    if (query.q === q && query.sort === sort) return;
    this.query = query;
    if (typing) this.#typed = query;
    this.dispatchEvent(new CustomEvent('query-changed', { detail: { query, replace } }));
  }
}

customElements.define('store-front', StoreFront);
