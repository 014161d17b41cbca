// @ts-check
import { LitElement, html } from 'lit';
import { call, CallFailed } from '../http.js';
import { leaving, typed } from './confirm.js';
import { strings } from './strings.js';
import { textField } from './text-field.js';

const text = strings.users;
const EMPTY = { username: '', password: '' };

/** Makes an account for somebody else. Fires `made` with it. */
export class UserDialog extends LitElement {
  static properties = { draft: { state: true }, errors: { state: true }, message: { state: true }, busy: { state: true } };
  #leaving = leaving(() => typed(Boolean(this.draft.username || this.draft.password)));

  constructor() {
    super();
    this.draft = EMPTY;
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

  open() {
    this.#dialog.showModal();
  }

  #clear() {
    this.draft = EMPTY;
    this.errors = {};
    this.message = '';
  }

  render() {
    return html`
      <dialog aria-labelledby="user-dialog-title" @close=${this.#clear} @cancel=${this.#leaving.leave} @keydown=${this.#leaving.key}>
        <h2 id="user-dialog-title">${text.new}</h2>
        <form class="form" novalidate autocomplete="off" @submit=${this.#submit}>
          <p class="alert" role="alert">${this.message}</p>
          ${this.#field('username', strings.account.username, text.usernameHint)}
          ${this.#field('password', strings.account.password, text.passwordHint)}
          <div class="row end">
            <button class="button quiet" type="button" @click=${this.#leaving.leave}>${strings.common.cancel}</button>
            <button class="button" aria-disabled=${this.busy}>${text.create}</button>
          </div>
        </form>
      </dialog>`;
  }

  /** In plain sight, to be passed on. @param {'username' | 'password'} name @param {string} label @param {string} hint */
  #field(name, label, hint) {
    return textField({ name, label, hint, value: this.draft[name], wrong: this.errors[name], change: (typed) => (this.draft = { ...this.draft, [name]: typed }) });
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    if (this.busy) return;
    this.busy = true;
    this.errors = {};
    this.message = '';
    try {
      const { json } = await call('POST', '/api/users', { body: this.draft });
      this.#dialog.close();
      this.dispatchEvent(new CustomEvent('made', { detail: json }));
    } catch (failure) {
      this.errors = failure instanceof CallFailed ? failure.errors : {};
      if (!Object.keys(this.errors).length) this.message = failure instanceof Error ? failure.message : strings.calls.failed;
    } finally {
      this.busy = false;
    }
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector('[aria-invalid=true]'))?.focus();
  }
}

customElements.define('user-dialog', UserDialog);
