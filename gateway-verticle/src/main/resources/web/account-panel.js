// @ts-check
import { LitElement, html, nothing } from 'lit';
import { session } from './session.js';
import { strings } from './strings.js';

const text = strings.account;

/** The menu of whoever is signed in. Fires `sign-out`. */
export class AccountPanel extends LitElement {
  static properties = { open: { state: true } };
  #outside = (/** @type {Event} */ { target }) => {
    if (target instanceof Node && !this.contains(target)) this.open = false;
  };

  constructor() {
    super();
    this.open = false;
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.#outside);
    document.addEventListener('focusin', this.#outside);
    this.addEventListener('keydown', (event) => event.key === 'Escape' && this.open && this.#close());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.#outside);
    document.removeEventListener('focusin', this.#outside);
  }

  focus() {
    this.querySelector('button')?.focus();
  }

  render() {
    const { username } = /** @type {import('./session.js').Account} */ (session.account);
    return html`
      <button class="button plain" type="button" aria-label=${text.menu(username)} aria-expanded=${this.open} aria-controls="account-panel" @click=${() => (this.open = !this.open)}>
        <span class="initial" aria-hidden="true">${[...username][0].toUpperCase()}</span><span class="label" aria-hidden="true">${username}</span>
      </button>
      <div class="panel" id="account-panel" ?hidden=${!this.open}>
        <p>${username}</p>
        <ul role="list" @click=${this.#close}>
          <li><a href="/likes">${text.likes}</a></li>
          <li><a href="/account">${text.changePassword}</a></li>
          ${session.isAdmin ? html`<li><a href="/admin">${text.admin}</a></li>` : nothing}
          <li><button type="button" @click=${() => this.dispatchEvent(new CustomEvent('sign-out'))}>${text.signOut}</button></li>
        </ul>
      </div>`;
  }

  #close() {
    this.open = false;
    this.focus();
  }
}

customElements.define('account-panel', AccountPanel);
