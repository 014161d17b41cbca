// @ts-check
import { LitElement, html } from 'lit';
import '../account-menu.js';
import { expired } from '../http.js';
import '../live-badge.js';
import { session } from '../session.js';
import '../sign-in.js';
import '../theme-switch.js';
import './operations-room.js';
import './product-room.js';
import { signInAgain } from './sign-in-again.js';
import './user-room.js';

const ROOMS = [
  { path: '/admin', name: 'Products', show: () => html`<product-room></product-room>` },
  { path: '/admin/users', name: 'People', show: () => html`<user-room></user-room>` },
  { path: '/admin/operations', name: 'Operations', show: () => html`<operations-room></operations-room>` },
];

/** The back room: who may come in, and its three parts, each with an address of its own. */
export class AdminApp extends LitElement {
  static properties = { path: { state: true }, known: { state: true }, inside: { state: true } };
  /** What was typed, or is being written, outlives the session. */
  #update = () => {
    this.inside = session.isAdmin || (this.inside && session.ended && this.#holdsWork());
    this.requestUpdate();
  };

  constructor() {
    super();
    this.path = location.pathname;
    this.known = false;
    this.inside = session.isAdmin;
    void session.ready.then(() => (this.known = true));
    expired.isKnown = () => this.inside && session.ended;
    expired.signIn = () => signInAgain().finally(() => setTimeout(this.#update));
    document.addEventListener('close', this.#update, true);
    session.addEventListener('change', this.#update);
    addEventListener('popstate', () => (this.path = location.pathname));
  }

  createRenderRoot() {
    return this;
  }

  get #room() {
    return ROOMS.find(({ path }) => path === this.path) ?? ROOMS[0];
  }

  #holdsWork() {
    return expired.writes > 0 || this.querySelector('dialog[open], [data-unsaved]') !== null;
  }

  render() {
    if (!this.known) return html`<p class="visually-hidden" role="status">One moment</p>`;
    if (!this.inside) return this.#gate();
    const room = this.#room;
    document.title = `${room.name} · Likewire`;
    const tab = ({ path, name } = room) =>
      html`<a href=${path} aria-current=${path === room.path ? 'page' : 'false'} @click=${this.#enter}>${name}</a>`;
    return html`
      <div class="room-head">
        <h1 tabindex="-1">${room.name}</h1>
        <nav class="tabs" aria-label="Back room">${ROOMS.map(tab)}</nav>
      </div>
      ${room.show()}`;
  }

  #gate() {
    const { account } = session;
    return html`
      <section class="gate">
        <h1>Back room</h1>
        ${account
          ? html`<p>${account.username} is not an administrator. Sign in as somebody who is.</p>`
          : html`<p>Products are changed by administrators.</p>`}
        <sign-in closed></sign-in>
      </section>`;
  }

  /** @param {MouseEvent} event */
  async #enter(event) {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.pushState({}, '', /** @type {HTMLAnchorElement} */ (event.currentTarget).href);
    this.path = location.pathname;
    await this.updateComplete;
    this.querySelector('h1')?.focus();
  }
}

customElements.define('admin-app', AdminApp);
