// @ts-check
import { LitElement, html } from 'lit';
import { keepFocus } from '../focus.js';
import { CallFailed } from '../http.js';
import { icon } from '../icons.js';
import { counts } from '../likes.js';
import { strings } from './strings.js';
import { page, sentence } from './catalogue.js';
import { deleteProduct } from './delete-product.js';
import './export-button.js';
import './import-dialog.js';
import './product-dialog.js';
import { productTable } from './product-table.js';
import { address, spot } from './spot.js';

const LIMIT = 25;
const PAUSE_MS = 300;

/** @typedef {import('./spot.js').Spot} Spot */

/** All products in a table. */
export class ProductsPage extends LitElement {
  static properties = { found: { state: true }, trouble: { state: true }, said: { state: true }, busy: { state: true } };
  #typing = 0;
  #question = 0;
  #return = () => {
    if (location.pathname === '/admin') this.#load(spot());
  };

  constructor() {
    super();
    /** @type {Awaited<ReturnType<typeof page>> | undefined} */
    this.found = undefined;
    this.trouble = '';
    this.said = '';
    this.busy = false;
    /** @type {Spot} */
    this.spot = spot();
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('popstate', this.#return);
    this.#load(this.spot);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('popstate', this.#return);
  }

  /** @param {Spot} wanted */
  async #load(wanted) {
    const question = ++this.#question;
    this.spot = wanted;
    this.busy = true;
    this.trouble = '';
    try {
      const found = await page({ ...wanted, limit: LIMIT });
      if (question !== this.#question) return;
      for (const { id, likes, likesVersion } of found.products) counts.offer({ productId: id, likes, version: likesVersion });
      this.found = found;
    } catch (failure) {
      if (question === this.#question) this.trouble = failure instanceof CallFailed ? failure.message : strings.calls.failed;
    } finally {
      if (question === this.#question) this.busy = false;
    }
  }

  /** @param {Partial<Spot>} change */
  #move(change) {
    const wanted = { ...this.spot, ...change };
    history.pushState({ trail: wanted.trail }, '', address(wanted));
    return this.#load(wanted);
  }

  /** @param {import('lit').PropertyValues} changed */
  update(changed) {
    keepFocus(this, () => super.update(changed), 'input');
  }

  render() {
    return html`
      <div class="tools">
        <input type="search" dir="auto" aria-label=${strings.common.searchTitles} placeholder=${strings.common.searchTitles} maxlength="200" .value=${this.spot.q} @input=${this.#type}>
        <span class="gap"></span>
        <export-button></export-button>
        <button class="button quiet" type="button" @click=${() => this.#dialog('import-dialog').open()}>${icon('up')} ${strings.import.action}</button>
        <button class="button" type="button" @click=${() => this.#dialog('product-dialog').create()}>${icon('plus')} ${strings.products.new}</button>
      </div>
      <p class="said" role="status">${this.said}</p>
      ${this.trouble ? html`<p class="alert" role="alert">${this.trouble} <button class="button quiet small" type="button" @click=${() => this.#load(this.spot)}>${strings.common.tryAgain}</button></p>` : ''}
      ${productTable({
        products: this.found?.products,
        q: this.spot.q,
        sort: this.spot.sort,
        busy: this.busy,
        order: (sort) => void this.#move({ sort, after: '', trail: [] }),
        edit: (id) => void this.#dialog('product-dialog').edit(id),
        remove: (id) => void this.#delete(id),
      })}
      ${this.#pager()}
      <product-dialog @done=${this.#done}></product-dialog>
      <import-dialog @done=${this.#done}></import-dialog>`;
  }

  #pager() {
    const { trail, after } = this.spot;
    const { products = [], total = 0, exact = true, after: next = '' } = this.found ?? {};
    const from = trail.length * LIMIT;
    const range = products.length ? strings.admin.range(from + 1, from + products.length, total, !exact) : '';
    return html`
      <nav class="pager" aria-label=${strings.admin.pagination}>
        <span>${range}</span>
        <span class="row">
          <button class="button quiet small" type="button" aria-disabled=${!after} @click=${() => after && this.#move({ after: trail.at(-1) ?? '', trail: trail.slice(0, -1) })}>${strings.admin.previous}</button>
          <button class="button quiet small" type="button" aria-disabled=${!next} @click=${() => next && this.#move({ after: next, trail: [...trail, after] })}>${strings.admin.next}</button>
        </span>
      </nav>`;
  }

  /** @param {number} id */
  async #delete(id) {
    this.trouble = '';
    try {
      const said = await deleteProduct(id);
      if (!said) return;
      this.said = said;
      await this.#load(this.spot);
    } catch (failure) {
      this.trouble = sentence(failure);
    }
  }

  /** @param {string} name @returns {any} */
  #dialog(name) {
    return this.querySelector(name);
  }

  /** @param {InputEvent} event */
  #type({ target }) {
    clearTimeout(this.#typing);
    const q = /** @type {HTMLInputElement} */ (target).value.trimStart();
    this.#typing = setTimeout(() => q !== this.spot.q && this.#move({ q, after: '', trail: [] }), PAUSE_MS);
  }

  /** @param {CustomEvent<string>} event */
  #done({ detail }) {
    this.said = detail;
    void this.#load(this.spot);
  }
}

customElements.define('products-page', ProductsPage);
