// @ts-check
import { LitElement, html, nothing } from 'lit';
import { CallFailed } from '../http.js';
import '../product-picture.js';
import { strings } from './strings.js';
import { changes, create, draftOf, newKey, read, replace, sentence, tagOf } from './catalogue.js';
import { leaving, typed } from './confirm.js';
import { conflict } from './conflict.js';
import { textField } from './text-field.js';

const text = strings.products;
const EMPTY = { title: '', image: '', description: '' };
const INVALID = 400;
const CHANGED = 412;

/** Makes a product or changes one. Fires `done` with a sentence and the product's id. */
export class ProductDialog extends LitElement {
  static properties = {
    draft: { state: true }, seen: { state: true }, theirs: { state: true }, errors: { state: true }, message: { state: true }, busy: { state: true },
  };
  #key = newKey();
  /** @type {import('./catalogue.js').Draft | undefined} what was sent last, when nobody knows what became of it */
  #lost;
  #leaving = leaving(() => typed(this.changed));

  constructor() {
    super();
    /** @type {import('./catalogue.js').Draft} */
    this.draft = EMPTY;
    /** @type {import('./catalogue.js').Tagged | undefined} what is changed; nothing for a new one */
    this.seen = undefined;
    /** @type {import('./catalogue.js').Tagged | undefined} what somebody else has made of it meanwhile */
    this.theirs = undefined;
    /** @type {Record<string, string[]>} */
    this.errors = {};
    this.message = '';
    this.busy = false;
  }

  createRenderRoot() {
    return this;
  }

  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector('dialog'));
  }

  /** Whether something was typed that nobody has yet. */
  get changed() {
    return changes(this.draft, this.seen?.product ?? EMPTY).length > 0;
  }

  create() {
    this.#begin(undefined);
    this.#dialog.showModal();
  }

  /** @param {number} id */
  async edit(id) {
    try {
      this.#begin(await read(id));
    } catch (failure) {
      this.#begin(undefined);
      this.message = sentence(failure);
    }
    await this.updateComplete;
    this.#dialog.showModal();
  }

  /** @param {import('./catalogue.js').Tagged | undefined} seen */
  #begin(seen) {
    this.seen = seen;
    this.theirs = undefined;
    this.#key = newKey();
    this.#lost = undefined;
    this.draft = seen ? draftOf(seen.product) : EMPTY;
    this.errors = {};
    this.message = '';
  }

  /** Where both versions take the form's place, or the form theirs. @param {import('lit').PropertyValues} changed */
  updated(changed) {
    if (changed.has('theirs') && this.#dialog.open) this.querySelector('h2')?.focus();
  }

  render() {
    return html`
      <dialog class="wide" aria-labelledby="product-dialog-title" ?data-unsaved=${this.changed} @close=${() => this.#begin(undefined)} @cancel=${this.#leaving.leave} @keydown=${this.#leaving.key}>
        <h2 id="product-dialog-title" tabindex="-1">${this.theirs ? text.conflict : this.seen ? text.editProduct : text.new}</h2>
        ${this.theirs && this.seen ? this.#conflict(this.seen, this.theirs) : this.#form()}
      </dialog>`;
  }

  #form() {
    const { title, image, description = '' } = this.draft;
    return html`
      <form novalidate @submit=${this.#submit}>
        <div class="edit">
          <div class="form">
            <p class="alert" role="alert">${this.message}</p>
            ${textField({ name: 'title', label: text.title, value: title, wrong: this.errors.title, hint: text.titleHint, change: (typed) => this.#type({ title: typed }) })}
            ${textField({ name: 'image', label: text.image, value: image, wrong: this.errors.image, hint: text.imageHint, change: (typed) => this.#type({ image: typed }) })}
            ${textField({ name: 'description', label: text.description, value: description, wrong: this.errors.description, hint: text.descriptionHint, change: (typed) => this.#type({ description: typed }), lines: 5 })}
          </div>
          <div class="field">
            <span class="label">${text.preview}</span>
            <product-picture .src=${/^(https?:\/\/|\/)/.test(image) ? image : ''} eager></product-picture>
          </div>
        </div>
        <div class="row end">
          <button class="button quiet" type="button" @click=${this.#leaving.leave}>${strings.common.cancel}</button>
          <button class="button" aria-disabled=${this.busy}>${this.seen ? strings.common.save : text.create}</button>
        </div>
      </form>`;
  }

  /** @param {import('./catalogue.js').Tagged} seen @param {import('./catalogue.js').Tagged} theirs */
  #conflict(seen, theirs) {
    return html`
      ${conflict(seen.product, theirs.product, this.draft)}
      ${this.message ? html`<p class="alert" role="alert">${this.message}</p>` : nothing}
      <div class="row end">
        <button class="button plain" type="button" @click=${this.#leaving.leave}>${strings.common.cancel}</button>
        <button class="button quiet" type="button" @click=${() => this.#begin(theirs)}>${text.discardMine}</button>
        <button class="button" type="button" aria-disabled=${this.busy} @click=${() => this.#save(theirs)}>${text.overwrite}</button>
      </div>`;
  }

  /** @param {Partial<import('./catalogue.js').Draft>} change */
  #type(change) {
    this.draft = { ...this.draft, ...change };
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    await this.#save(this.seen);
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector('[aria-invalid=true]'))?.focus();
  }

  /** @param {import('./catalogue.js').Tagged | undefined} basis what it replaces */
  async #save(basis) {
    if (this.busy) return;
    this.busy = true;
    this.errors = {};
    this.message = '';
    try {
      const { id, title } = await (basis ? this.#replace(basis) : this.#create());
      this.#dialog.close();
      this.dispatchEvent(new CustomEvent('done', { detail: { id, said: basis ? text.saved(title) : text.created(title) } }));
    } catch (failure) {
      await this.#refused(failure, basis ?? this.seen);
    } finally {
      this.busy = false;
    }
  }

  /** What an earlier try has made is what is changed from now on. */
  async #create() {
    this.seen = await this.#madeBefore();
    if (!this.seen) return this.#sent(create(this.draft, this.#key));
    return changes(this.draft, this.#lost).length ? this.#replace(this.seen) : this.seen.product;
  }

  /** A try whose answer was lost is sent again as it was: the server answers what came of it. @returns {Promise<import('./catalogue.js').Tagged | undefined>} */
  async #madeBefore() {
    if (!this.#lost) return undefined;
    try {
      const product = await create(this.#lost, this.#key);
      return { product, tag: tagOf(product) };
    } catch (failure) {
      if (!(failure instanceof CallFailed) || failure.status !== INVALID) throw failure;
      this.#lost = undefined;
      return undefined;
    }
  }

  /** @param {import('./catalogue.js').Tagged} basis @returns {Promise<import('./catalogue.js').Product>} */
  async #replace({ product: { id }, tag }) {
    try {
      return await this.#sent(replace(id, this.draft, tag));
    } catch (failure) {
      const lost = failure instanceof CallFailed && failure.status === CHANGED ? this.#lost : undefined;
      const now = lost && (await read(id));
      // What nobody knew about has been saved: the other version is one's own.
      if (!now || now.tag === tag || changes(lost, now.product).length) throw failure;
      return this.#replace(now);
    }
  }

  /** @param {Promise<import('./catalogue.js').Product>} request */
  #sent(request) {
    const { draft } = this;
    return request.catch((failure) => {
      if (failure instanceof CallFailed && failure.lost) this.#lost = draft;
      throw failure;
    });
  }

  /** @param {unknown} failure @param {import('./catalogue.js').Tagged | undefined} basis */
  async #refused(failure, basis) {
    try {
      if (failure instanceof CallFailed && failure.status === CHANGED && basis) this.theirs = await read(basis.product.id);
      else if (failure instanceof CallFailed && Object.keys(failure.errors).length) [this.errors, this.theirs] = [failure.errors, undefined];
      else this.message = sentence(failure);
    } catch (gone) {
      this.theirs = undefined;
      this.message = sentence(gone);
    }
  }
}

customElements.define('product-dialog', ProductDialog);
