// @ts-check
import { LitElement, html } from 'lit';
import { call, CallFailed } from '../http.js';
import { leaving, typed } from './confirm.js';
import { strings } from './strings.js';
import { textField } from './text-field.js';

const text = strings.users;
const EMPTY = { username: '', password: '' };

/** @typedef {import('./users-page.js').User} Account */

/** Makes an account for somebody else. Fires `made` with it. */
export class UserDialog extends LitElement {
  static properties = { draft: { state: true }, errors: { state: true }, message: { state: true }, busy: { state: true } };
  /** @type {typeof EMPTY | undefined} what was sent last, when nobody knows what became of it */
  #lost;
  #leaving = leaving(() => typed(this.changed));

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

  get changed() {
    return Boolean(this.draft.username || this.draft.password);
  }

  open() {
    this.#dialog.showModal();
  }

  #clear() {
    this.draft = EMPTY;
    this.#lost = undefined;
    this.errors = {};
    this.message = '';
  }

  render() {
    return html`
      <dialog aria-labelledby="user-dialog-title" ?data-unsaved=${this.changed} @close=${this.#clear} @cancel=${this.#leaving.leave} @keydown=${this.#leaving.key}>
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
      const account = await this.#create();
      this.#dialog.close();
      this.#made(account);
    } catch (failure) {
      this.errors = failure instanceof CallFailed ? failure.errors : {};
      if (!Object.keys(this.errors).length) this.message = failure instanceof Error ? failure.message : strings.calls.failed;
    } finally {
      this.busy = false;
    }
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector('[aria-invalid=true]'))?.focus();
  }

  /** @returns {Promise<Account>} */
  async #create() {
    const { draft } = this;
    const before = this.#lost && (await madeBy(this.#lost));
    if (before && this.#lost?.username === draft.username) return withPassword(before, draft.password, this.#lost.password);
    this.#lost = undefined;
    if (before) this.#made(before);
    try {
      return (await call('POST', '/api/users', { body: draft })).json;
    } catch (failure) {
      if (failure instanceof CallFailed && failure.lost) this.#lost = draft;
      throw failure;
    }
  }

  /** @param {Account} account */
  #made(account) {
    this.dispatchEvent(new CustomEvent('made', { detail: account }));
  }
}

/**
 * What a try has made whose answer was lost: an account that can sign in with what was sent. It does so without cookies, so that
 * this page stays whose it is.
 *
 * @param {typeof EMPTY} body @returns {Promise<Account | undefined>}
 */
async function madeBy(body) {
  try {
    const { json } = await call('POST', '/api/auth/login', { open: true, anonymous: true, body });
    const headers = { Authorization: `Bearer ${json.accessToken}` };
    return (await call('GET', '/api/auth/me', { open: true, anonymous: true, headers })).json;
  } catch (failure) {
    if (failure instanceof CallFailed && !failure.temporary) return undefined;
    throw failure;
  }
}

/** @param {Account} account @param {string} password @param {string | undefined} before @returns {Promise<Account>} */
async function withPassword(account, password, before) {
  return password === before ? account : (await call('PATCH', `/api/users/${account.id}`, { body: { password } })).json;
}

customElements.define('user-dialog', UserDialog);
