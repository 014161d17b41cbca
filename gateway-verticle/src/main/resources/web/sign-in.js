// @ts-check
import { LitElement, html, nothing } from 'lit';
import { CallFailed } from './http.js';
import { session } from './session.js';
import { strings } from './strings.js';

const text = strings.account;

/** @typedef {{name: string, type: string, label: string, complete: string, hint?: string}} FieldShape */

/** Username and password, for an account that exists or a new one. Fires `signed-in`, and `turned` from one to the other. Keeps nothing for whoever comes next. */
export class SignIn extends LitElement {
  static properties = {
    closed: { type: Boolean }, open: { state: true }, isNew: { state: true }, busy: { state: true }, message: { state: true }, errors: { state: true },
  };

  #round = 0;
  #clear = () => this.clear();

  constructor() {
    super();
    /** Whether only accounts that exist may come in. */
    this.closed = false;
    /** Whether anybody may make an account; that is asked first. */
    this.open = false;
    this.isNew = false;
    this.busy = false;
    this.message = '';
    /** @type {Record<string, string[]>} */
    this.errors = {};
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('pagehide', this.#clear);
    session.addEventListener('change', this.#clear);
    if (!this.closed) void session.isSignUpOpen().then((open) => (this.open = open), () => {});
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('pagehide', this.#clear);
    session.removeEventListener('change', this.#clear);
  }

  /** Forgets what was typed and what was said about it, also what an answer under way will say. */
  clear() {
    this.#round++;
    this.busy = false;
    this.querySelector('form')?.reset();
    this.isNew = false;
    this.#say('', {});
  }

  /** @param {import('lit').PropertyValues} changed */
  updated(changed) {
    if (changed.has('isNew')) this.dispatchEvent(new CustomEvent('turned', { detail: this.isNew }));
  }

  render() {
    const hint = this.isNew ? text.passwordHint : undefined;
    return html`
      <form class="form" novalidate @submit=${this.#submit}>
        <p class="alert" role="alert">${this.message}</p>
        ${this.#field({ name: 'username', type: 'text', label: text.username, complete: 'username' })}
        ${this.#field({ name: 'password', type: 'password', label: text.password, complete: this.isNew ? 'new-password' : 'current-password', hint })}
        <div class="row">
          <button class="button" aria-disabled=${this.busy}>${this.isNew ? text.create : text.signIn}</button>
          ${!this.open ? nothing : html`<button class="button plain" type="button" @click=${this.#turn}>${this.isNew ? text.signInInstead : text.createInstead}</button>`}
        </div>
      </form>`;
  }

  /** @param {FieldShape} field */
  #field({ name, type, label, complete, hint }) {
    const wrong = this.errors[name]?.join(' ');
    return html`
      <div class="field">
        <label for="sign-in-${name}">${label}</label>
        <input id="sign-in-${name}" name=${name} type=${type} autocomplete=${complete} autocapitalize="none" spellcheck="false" required
          aria-invalid=${Boolean(wrong)} aria-describedby="sign-in-${name}-note">
        <span id="sign-in-${name}-note" class=${wrong ? 'wrong' : 'hint'}>${wrong ?? hint ?? nothing}</span>
      </div>`;
  }

  #turn() {
    this.isNew = !this.isNew;
    this.#say('', {});
  }

  /** @param {string} message @param {Record<string, string[]>} errors */
  #say(message, errors) {
    this.message = message;
    this.errors = errors;
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    if (this.busy) return;
    const given = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const [username, password] = [String(given.get('username')), String(given.get('password'))];
    this.#say('', {});
    if (!username) this.#say('', { username: [text.enterUsername] });
    else if (!password) this.#say('', { password: [text.enterPassword] });
    else await this.#tryIn(username, password);
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector('[aria-invalid=true]'))?.focus();
  }

  /** @param {string} username @param {string} password */
  async #tryIn(username, password) {
    const round = this.#round;
    this.busy = true;
    try {
      await (this.isNew ? session.register(username, password) : session.signIn(username, password));
      this.dispatchEvent(new CustomEvent('signed-in', { bubbles: true }));
    } catch (failure) {
      if (round === this.#round) this.#refused(failure);
    } finally {
      if (round === this.#round) this.busy = false;
    }
  }

  /** @param {unknown} failure */
  #refused(failure) {
    const errors = failure instanceof CallFailed ? failure.errors : {};
    const message = failure instanceof Error ? failure.message : strings.calls.failed;
    this.#say(Object.keys(errors).length ? '' : message, errors);
  }
}

customElements.define('sign-in', SignIn);
