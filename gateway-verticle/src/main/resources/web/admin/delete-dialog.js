// @ts-check
import { LitElement, html } from 'lit';
import { CallFailed } from '../http.js';
import { whole } from '../numbers.js';
import { read, remove } from './catalogue.js';

/** Asks once more, then deletes. Fires `done` with a sentence. */
export class DeleteDialog extends LitElement {
  static properties = { seen: { state: true }, message: { state: true } };

  constructor() {
    super();
    /** @type {import('./catalogue.js').Tagged | undefined} */
    this.seen = undefined;
    this.message = '';
  }

  createRenderRoot() {
    return this;
  }

  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector('dialog'));
  }

  /** @param {number} id */
  async open(id) {
    this.message = '';
    try {
      this.seen = await read(id);
    } catch (failure) {
      this.seen = undefined;
      this.#refused(failure);
    }
    await this.updateComplete;
    this.#dialog.showModal();
  }

  render() {
    const { title = '', likes = 0 } = this.seen?.product ?? {};
    return html`
      <dialog aria-labelledby="delete-title">
        <h2 id="delete-title">Delete this product?</h2>
        <p class="alert" role="alert">${this.message}</p>
        ${this.seen ? html`<p>“${title}” and its ${whole(likes)} ${likes === 1 ? 'like' : 'likes'} will be gone for good.</p>` : ''}
        <div class="row end">
          <button class="button quiet" type="button" @click=${() => this.#dialog.close()}>Keep it</button>
          <button class="button danger" type="button" ?disabled=${!this.seen} @click=${this.#delete}>Delete</button>
        </div>
      </dialog>`;
  }

  async #delete() {
    if (!this.seen) return;
    const { product, tag } = this.seen;
    try {
      await remove(product.id, tag);
      this.#dialog.close();
      this.dispatchEvent(new CustomEvent('done', { detail: `“${product.title}” is deleted.` }));
    } catch (failure) {
      this.#refused(failure);
      if (failure instanceof CallFailed && failure.status === 412) this.seen = await read(product.id).catch(() => undefined);
    }
  }

  /** @param {unknown} failure */
  #refused(failure) {
    const status = failure instanceof CallFailed ? failure.status : -1;
    if (status === 412) this.message = 'Somebody has changed it meanwhile. Still delete it?';
    else if (status === 404) this.message = 'Somebody has deleted it already.';
    else this.message = failure instanceof CallFailed ? failure.message : 'That did not work.';
  }
}

customElements.define('delete-dialog', DeleteDialog);
