// @ts-check
import { LitElement, html, nothing } from 'lit';
import './account-panel.js';
import { regainFocus } from './focus.js';
import { icon } from './icons.js';
import { learnAfresh } from './likes.js';
import { session } from './session.js';
import { strings } from './strings.js';

const text = strings.account;
const SAID_MS = 8_000;

/** The way in, or the menu of whoever is signed in. */
export class AccountMenu extends LitElement {
  static properties = { leave: { type: Boolean }, why: { state: true }, isNew: { state: true }, out: { state: true } };
  /** @type {(() => void) | undefined} */
  #then;
  #update = () => {
    learnAfresh();
    this.requestUpdate();
  };

  constructor() {
    super();
    /** Whether there is only a way out. */
    this.leave = false;
    this.why = '';
    this.isNew = false;
    this.out = '';
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    session.addEventListener('change', this.#update);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    session.removeEventListener('change', this.#update);
  }

  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector('dialog'));
  }

  /** @param {string} why @param {() => void} [then] what somebody was about to do */
  async open(why, then) {
    this.why = why;
    this.#then = then;
    await import('./sign-in.js');
    this.#dialog.showModal();
  }

  render() {
    const { account } = session;
    return html`
      ${account ? html`<account-panel @sign-out=${this.#signOut}></account-panel>` : this.leave ? nothing : this.#wayIn()}
      <p class=${this.out === text.signOutFailed ? 'panel' : 'visually-hidden'} role="status">${this.out}</p>
      ${this.leave ? nothing : this.#dialogue()}`;
  }

  #wayIn() {
    return html`
      <button class="button plain" type="button" aria-label=${text.signIn} @click=${() => this.open('')}>
        ${icon('person')}<span class="label">${text.signIn}</span>
      </button>`;
  }

  #dialogue() {
    return html`
      <dialog aria-labelledby="sign-in-title" @close=${this.#closed}>
        <h2 id="sign-in-title">${this.isNew ? text.createInstead : this.why || text.signIn}</h2>
        <sign-in @signed-in=${this.#signedIn} @turned=${this.#turned}></sign-in>
        <div class="row end"><button class="button plain" type="button" @click=${() => this.#dialog.close()}>${strings.common.cancel}</button></div>
      </dialog>`;
  }

  /** @param {CustomEvent<boolean>} event */
  #turned(event) {
    this.isNew = event.detail;
  }

  #closed() {
    this.isNew = false;
    this.#then = undefined;
    /** @type {import('./sign-in.js').SignIn | null} */ (this.querySelector('sign-in'))?.clear();
  }

  async #signedIn() {
    const then = this.#then;
    this.#dialog.close();
    this.out = '';
    then?.();
    await this.#focus();
  }

  /** The way in and the way out take each other's place. */
  async #focus() {
    await this.updateComplete;
    const panel = /** @type {import('./account-panel.js').AccountPanel | null} */ (this.querySelector('account-panel'));
    await panel?.updateComplete;
    regainFocus(panel ?? this.querySelector('button'));
  }

  async #signOut() {
    try {
      await session.signOut();
      this.out = text.signedOut;
      await this.#focus();
    } catch {
      this.out = text.signOutFailed;
      setTimeout(() => this.out === text.signOutFailed && (this.out = ''), SAID_MS);
    }
  }
}

customElements.define('account-menu', AccountMenu);
