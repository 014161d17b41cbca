// @ts-check
import { LitElement, html, nothing } from 'lit';
import { keepFocus } from '../focus.js';
import { icon } from '../icons.js';
import { counts } from '../likes.js';
import * as scroll from '../scroll.js';
import { read, sentence } from './catalogue.js';
import { deletions } from './deletions.js';
import './export-button.js';
import './import-dialog.js';
import { Poll } from './poll.js';
import './product-dialog.js';
import { LIMIT, ProductPages } from './product-pages.js';
import { productTable } from './product-table.js';
import { selectionBar } from './selection-bar.js';
import { address, spot } from './spot.js';
import { strings } from './strings.js';
import { toast } from './toast.js';

const PAUSE_MS = 300;
const EVERY_MS = 5_000;

/** @typedef {import('./spot.js').Spot} Spot */
/** @typedef {import('./catalogue.js').Product} Product */

/** All products in a table, as they are now. */
export class ProductsPage extends LitElement {
  static properties = { found: { state: true }, trouble: { state: true }, busy: { state: true }, selected: { state: true }, saved: { state: true } };
  #typing = 0;
  /** Whether the history's entry is what has been typed so far. */
  #typed = false;
  #question = 0;
  #pages = new ProductPages();
  #return = () => {
    this.#typed = false;
    if (location.pathname === '/admin') void this.#show(spot());
  };
  #change = () => {
    this.requestUpdate();
    void this.#load(this.spot);
  };
  #undone = (/** @type {Event} */ event) => this.#focus(/** @type {CustomEvent<number[]>} */ (event).detail[0]);
  #failed = (/** @type {Event} */ event) => (this.trouble = /** @type {CustomEvent<string>} */ (event).detail);

  constructor() {
    super();
    /** @type {import('./catalogue.js').Page | undefined} */
    this.found = undefined;
    this.trouble = '';
    this.busy = false;
    /** @type {ReadonlySet<number>} */
    this.selected = new Set();
    /** @type {Product | undefined} what was saved last, in the order that is shown */
    this.saved = undefined;
    /** @type {Spot} */
    this.spot = spot();
    new Poll(this, EVERY_MS, () => (this.found || this.trouble ? this.#look() : this.#load(this.spot)));
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('popstate', this.#return);
    deletions.addEventListener('change', this.#change);
    deletions.addEventListener('undone', this.#undone);
    deletions.addEventListener('failed', this.#failed);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('popstate', this.#return);
    deletions.removeEventListener('change', this.#change);
    deletions.removeEventListener('undone', this.#undone);
    deletions.removeEventListener('failed', this.#failed);
  }

  get products() {
    return this.found?.products.filter(({ id }) => !deletions.hidden.has(id));
  }

  /** @param {Spot} wanted */
  async #load(wanted) {
    const question = ++this.#question;
    this.spot = wanted;
    this.busy = true;
    this.trouble = '';
    try {
      await this.#take(question, await this.#pages.read(wanted));
    } catch (failure) {
      if (question === this.#question) this.trouble = sentence(failure);
    } finally {
      if (question === this.#question) this.busy = false;
    }
    await this.updateComplete;
    scroll.settle();
  }

  /** @param {number} id */
  async #focus(id) {
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector(`tr[data-product="${id}"] a`))?.focus();
  }

  /** Whether somebody else has changed what is shown. A failure is told by the header's badge, and by whatever is pressed. */
  async #look() {
    const question = this.#question;
    if (this.busy) return;
    await this.#pages.read(this.spot, this.found?.tag).then((found) => this.#take(question, found), () => {});
  }

  /** @param {number} question @param {import('./catalogue.js').Page} [found] */
  async #take(question, found) {
    if (question !== this.#question || !found) return;
    const { page } = this.spot;
    if (!found.products.length && page > 1) {
      const last = Math.min(page - 1, Math.max(1, Math.ceil(found.total / LIMIT)));
      history.replaceState(history.state, '', address({ ...this.spot, page: last }));
      return this.#load({ ...this.spot, page: last });
    }
    for (const { id, likes, likesVersion } of found.products) counts.offer({ productId: id, likes, version: likesVersion });
    if (!this.found) this.trouble = '';
    this.found = found;
    this.selected = new Set(found.products.map(({ id }) => id).filter((id) => this.selected.has(id)));
  }

  /** @param {Spot} wanted */
  #show(wanted) {
    this.selected = new Set();
    this.saved = undefined;
    return this.#load(wanted);
  }

  /** @param {Partial<Spot>} change @param {boolean} [typing] whether somebody may type on */
  #move(change, typing = false) {
    const wanted = { ...this.spot, page: 1, ...change };
    scroll.save();
    if (typing && this.#typed) history.replaceState(history.state, '', address(wanted));
    else history.pushState({ top: scrollY }, '', address(wanted));
    this.#typed = typing;
    return this.#show(wanted);
  }

  /** @param {import('lit').PropertyValues} changed */
  update(changed) {
    keepFocus(this, () => super.update(changed), 'input');
  }

  render() {
    return html`
      <div class="tools">
        <input type="search" dir="auto" aria-label=${strings.common.searchTitles} placeholder=${strings.common.searchTitles} maxlength="200" .value=${this.spot.q} @input=${this.#type} @blur=${() => (this.#typed = false)}>
        <span class="gap"></span>
        <export-button></export-button>
        <button class="button quiet" type="button" @click=${() => this.#dialog('import-dialog').open()}>${icon('up')} ${strings.import.action}</button>
        <button class="button" type="button" @click=${() => this.#dialog('product-dialog').create()}>${icon('plus')} ${strings.products.new}</button>
      </div>
      ${this.trouble ? html`<p class="alert" role="alert">${this.trouble} <button class="button quiet small" type="button" @click=${() => this.#load(this.spot)}>${strings.common.tryAgain}</button></p>` : nothing}
      ${selectionBar({
        products: (this.products ?? []).filter(({ id }) => this.selected.has(id)),
        remove: (products) => void this.#delete(() => deletions.several(products)),
        clear: () => (this.selected = new Set()),
      })}
      ${productTable({
        products: this.products,
        saved: this.saved && !deletions.hidden.has(this.saved.id) ? this.saved : undefined,
        selected: this.selected,
        q: this.spot.q,
        sort: this.spot.sort,
        busy: this.busy,
        order: (sort) => void this.#move({ sort }),
        select: (selected) => (this.selected = selected),
        edit: (id) => void this.#dialog('product-dialog').edit(id),
        remove: (id) => void this.#delete(() => deletions.one(id)),
      })}
      ${this.#pager()}
      <product-dialog @done=${this.#done}></product-dialog>
      <import-dialog @done=${this.#done}></import-dialog>`;
  }

  #pager() {
    const { page } = this.spot;
    const { products: found = [], total = 0, exact = true, after = '' } = this.found ?? {};
    const shown = this.products?.length ?? 0;
    const from = (page - 1) * LIMIT;
    const range = shown ? strings.admin.range(from + 1, from + shown, total - (found.length - shown), !exact) : '';
    return html`
      <nav class="pager" aria-label=${strings.admin.pagination}>
        <span>${range}</span>
        <span class="row">
          <button class="button quiet small" type="button" aria-disabled=${page === 1} @click=${() => page > 1 && this.#move({ page: page - 1 })}>${strings.admin.previous}</button>
          <button class="button quiet small" type="button" aria-disabled=${!after} @click=${() => after && this.#move({ page: page + 1 })}>${strings.admin.next}</button>
        </span>
      </nav>`;
  }

  /** @param {() => Promise<void>} deleting */
  async #delete(deleting) {
    this.trouble = '';
    await deleting().catch((failure) => (this.trouble = sentence(failure)));
  }

  /** @param {string} name @returns {any} */
  #dialog(name) {
    return this.querySelector(name);
  }

  /** @param {InputEvent} event */
  #type({ target }) {
    clearTimeout(this.#typing);
    const q = /** @type {HTMLInputElement} */ (target).value.trimStart();
    this.#typing = setTimeout(() => q !== this.spot.q && this.#move({ q }, true), PAUSE_MS);
  }

  /** @param {CustomEvent<{said: string, id?: number}>} event */
  async #done({ detail: { said, id } }) {
    toast(said);
    await this.#load(this.spot);
    this.saved = id === undefined ? undefined : await read(id).then(({ product }) => product, () => undefined);
    await this.updateComplete;
    this.querySelector('tr[aria-current=true]')?.scrollIntoView({ block: 'nearest' });
  }
}

customElements.define('products-page', ProductsPage);
