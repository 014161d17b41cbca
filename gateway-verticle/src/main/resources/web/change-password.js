// @ts-check
import { LitElement, html, nothing } from 'lit';
import { keepFocus, regainFocus } from './focus.js';
import { CallFailed } from './http.js';
import { session } from './session.js';
import { strings } from './strings.js';

const text = strings.password;

/** A new password for whoever is signed in. Fires `titled`. */
export class ChangePassword extends LitElement {
  static properties = { known: { state: true }, holder: { state: true }, busy: { state: true }, said: { state: true }, message: { state: true }, errors: { state: true } };
  #clear = () => this.#forget();
  #update = () => this.#follow();

  constructor() {
    super();
    this.known = false;
    /** @type {import('./session.js').Account | undefined} whose password is changed */
    this.holder = undefined;
    this.busy = false;
    this.said = '';
    this.message = '';
    /** @type {Record<string, string[]>} */
    this.errors = {};
    void session.ready.then(() => {
      this.known = true;
      this.holder = session.account;
    });
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    session.addEventListener('change', this.#update);
    addEventListener('pagehide', this.#clear);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    session.removeEventListener('change', this.#update);
    removeEventListener('pagehide', this.#clear);
  }

  firstUpdated() {
    this.dispatchEvent(new CustomEvent('titled', { detail: text.heading, bubbles: true }));
  }

  /** What was typed outlives the end of a session, but nobody else gets it. */
  #follow() {
    if (session.ended && this.#typed) return;
    if (session.account?.id !== this.holder?.id) this.#forget();
    this.holder = session.account;
  }

  get #typed() {
    return [...this.querySelectorAll('input')].some(({ type, value }) => type === 'password' && value);
  }

  /** What was typed is nobody else's business. */
  #forget() {
    this.querySelector('form')?.reset();
    this.#say({});
  }

  /** @param {import('lit').PropertyValues} changed */
  update(changed) {
    keepFocus(this, () => super.update(changed));
  }

  render() {
    return html`
      <section class="narrow">
        <h1 tabindex="-1">${text.heading}</h1>
        ${!this.known ? nothing : this.holder ? this.#form(this.holder.username) : this.#signIn()}
        <p class="said" role="status">${this.said}</p>
      </section>`;
  }

  #signIn() {
    const open = () => ask('', () => regainFocus(this.querySelector('input')));
    return html`
      <p>${text.signIn}</p>
      <div class="row"><button class="button" type="button" @click=${open}>${strings.account.signIn}</button></div>`;
  }

  /** @param {string} username for password managers */
  #form(username) {
    return html`
      <form class="form" novalidate @submit=${this.#submit}>
        <p class="alert" role="alert">${this.message}</p>
        <input hidden name="username" autocomplete="username" .value=${username}>
        ${this.#field('password', text.current, 'current-password', '')}
        ${this.#field('newPassword', text.next, 'new-password', strings.account.passwordHint)}
        <div class="row"><button class="button" aria-disabled=${this.busy}>${text.heading}</button></div>
      </form>`;
  }

  /** @param {string} name @param {string} label @param {string} complete @param {string} hint */
  #field(name, label, complete, hint) {
    const wrong = this.errors[name]?.join(' ');
    return html`
      <div class="field">
        <label for="change-${name}">${label}</label>
        <input id="change-${name}" name=${name} type="password" autocomplete=${complete} required aria-invalid=${Boolean(wrong)} aria-describedby="change-${name}-note">
        <span id="change-${name}-note" class=${wrong ? 'wrong' : 'hint'}>${wrong ?? hint}</span>
      </div>`;
  }

  /** @param {{said?: string, message?: string, errors?: Record<string, string[]>}} what */
  #say({ said = '', message = '', errors = {} }) {
    this.said = said;
    this.message = message;
    this.errors = errors;
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    if (this.busy) return;
    const form = /** @type {HTMLFormElement} */ (event.target);
    const given = new FormData(form);
    const [password, newPassword] = [String(given.get('password')), String(given.get('newPassword'))];
    this.#say({});
    if (!password) this.#say({ errors: { password: [strings.account.enterPassword] } });
    else if (!newPassword) this.#say({ errors: { newPassword: [text.enterNew] } });
    else await this.#change(form, password, newPassword);
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector('[aria-invalid=true]'))?.focus();
  }

  /** @param {HTMLFormElement} form @param {string} password @param {string} newPassword */
  async #change(form, password, newPassword) {
    this.busy = true;
    try {
      const right = await session.changePassword(password, newPassword);
      if (right) form.reset();
      this.#say(right ? { said: text.changed } : { errors: { password: [text.wrong] } });
    } catch (failure) {
      if (session.ended) ask(strings.account.expired, () => form.requestSubmit());
      const errors = failure instanceof CallFailed ? failure.errors : {};
      const message = session.ended ? strings.calls.expired : failure instanceof Error ? failure.message : strings.calls.failed;
      this.#say(Object.keys(errors).length ? { errors } : { message });
    } finally {
      this.busy = false;
    }
  }
}

/** For a sign-in above the page. @param {string} why @param {() => void} then */
function ask(why, then) {
  void /** @type {import('./account-menu.js').AccountMenu | null} */ (document.querySelector('account-menu'))?.open(why, then);
}

customElements.define('change-password', ChangePassword);
