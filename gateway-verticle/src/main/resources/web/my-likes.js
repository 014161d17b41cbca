// @ts-check
import { LitElement, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import * as api from './api.js';
import { keepFocus } from './focus.js';
import { counts, live } from './likes.js';
import { failed, nothingLiked, skeletons } from './list-states.js';
import './product-card.js';
import { session } from './session.js';
import { strings } from './strings.js';

const text = strings.likes;
/** @type {api.Product[]} */
const NONE = [];
const FIRST = '/api/me/likes?limit=60';

/** What this account, or this visitor, likes. What is unliked here stays until the page is left. Fires `titled`, and `listed` when its products are there. */
export class MyLikes extends LitElement {
  static properties = { list: { state: true }, next: { state: true }, loading: { state: true }, trouble: { state: true } };
  #question = 0;
  #again = () => {
    this.list = NONE;
    void this.#load(FIRST);
  };
  #heal = () => this.trouble && this.#again();

  constructor() {
    super();
    this.list = NONE;
    /** @type {URL | undefined} */
    this.next = undefined;
    this.loading = true;
    this.trouble = '';
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    session.addEventListener('change', this.#again);
    live.addEventListener('open', this.#heal);
    void this.#load(FIRST);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    session.removeEventListener('change', this.#again);
    live.removeEventListener('open', this.#heal);
  }

  firstUpdated() {
    this.dispatchEvent(new CustomEvent('titled', { detail: text.heading, bubbles: true }));
  }

  updated() {
    if (this.list.length && !this.loading) this.dispatchEvent(new Event('listed'));
  }

  /** @param {URL | string} page @returns {Promise<api.Product | undefined>} the first new one */
  async #load(page) {
    const question = ++this.#question;
    this.loading = true;
    this.trouble = '';
    try {
      const { products, next } = await api.myLikes(page);
      if (question !== this.#question) return undefined;
      for (const { id, likes, likesVersion } of products) counts.offer({ productId: id, likes, version: likesVersion });
      this.list = [...this.list, ...products];
      this.next = next;
      return products[0];
    } catch (failure) {
      if (question === this.#question) this.trouble = failure instanceof api.CallFailed ? failure.message : strings.calls.failed;
      return undefined;
    } finally {
      if (question === this.#question) this.loading = false;
    }
  }

  /** @param {import('lit').PropertyValues} changed */
  update(changed) {
    keepFocus(this, () => super.update(changed));
  }

  render() {
    return html`
      <div class="hero"><div>
        <h1 tabindex="-1">${text.heading}</h1>
        <p class="lead">${session.account ? text.ofAccount(session.account.username) : text.ofBrowser}</p>
      </div></div>
      ${this.#content()}`;
  }

  #content() {
    if (this.list.length) return [this.#grid(), this.#more()];
    if (this.trouble) return failed(this.trouble, this.#again);
    return this.loading ? skeletons() : nothingLiked();
  }

  #grid() {
    const card = (/** @type {api.Product} */ product) =>
      html`<li><product-card data-product=${product.id} .product=${product}></product-card></li>`;
    return html`<ul class="grid" role="list">${repeat(this.list, ({ id }) => id, card)}</ul>`;
  }

  #more() {
    if (!this.next) return nothing;
    return html`
      <div class="more">
        <button class="button" type="button" aria-disabled=${this.loading} @click=${this.#showMore}>${this.loading ? strings.common.loading : strings.common.showMore}</button>
        <p role="status">${this.trouble}</p>
      </div>`;
  }

  async #showMore() {
    if (this.loading || !this.next) return;
    const first = await this.#load(this.next);
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (first ? this.querySelector(`[data-product="${first.id}"]`) : null)?.focus();
  }
}

customElements.define('my-likes', MyLikes);
