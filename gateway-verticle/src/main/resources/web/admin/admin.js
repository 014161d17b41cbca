// @ts-check
import { LitElement, html } from 'lit';
import '../account-menu.js';
import { keepFocus, regainFocus } from '../focus.js';
import { expired } from '../http.js';
import '../live-badge.js';
import * as scroll from '../scroll.js';
import { session } from '../session.js';
import '../sign-in.js';
import { strings } from './strings.js';
import '../theme-switch.js';
import './operations-page.js';
import './products-page.js';
import { signInAgain } from './sign-in-again.js';
import { address } from './spot.js';
import { mayLeave, unsaved } from './unsaved.js';
import './users-page.js';

const text = strings.admin;
const PAGES = [
  { path: '/admin', name: strings.common.products, show: () => html`<products-page></products-page>` },
  { path: '/admin/users', name: text.users, show: () => html`<users-page></users-page>` },
  { path: '/admin/operations', name: text.operations, show: () => html`<operations-page></operations-page>` },
];

/** What administrators see: signing in, then three pages with an address each. */
export class AdminApp extends LitElement {
  static properties = { path: { state: true }, known: { state: true }, inside: { state: true } };
  /** Whether what is not saved may be thrown away on the way back. */
  #sure = false;
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
    addEventListener('popstate', (event) => void this.#return(event));
  }

  createRenderRoot() {
    return this;
  }

  /** @param {import('lit').PropertyValues} changed */
  update(changed) {
    keepFocus(this, () => super.update(changed));
  }

  /** @param {import('lit').PropertyValues} changed */
  updated(changed) {
    if (changed.has('inside') && this.known && !changed.has('known')) regainFocus(this.querySelector('h1'));
  }

  get #page() {
    return PAGES.find(({ path }) => path === this.path) ?? PAGES[0];
  }

  #holdsWork() {
    return expired.writes > 0 || this.querySelector('dialog[open], [data-unsaved]') !== null;
  }

  render() {
    if (!this.known) return html`<p class="visually-hidden" role="status">${strings.common.loading}</p>`;
    if (!this.inside) return this.#gate();
    const page = this.#page;
    document.title = strings.common.windowTitle(page.name);
    const tab = ({ path, name } = page) =>
      html`<a href=${path} aria-current=${path === page.path ? 'page' : 'false'} @click=${this.#enter}>${name}</a>`;
    return html`
      <div class="page-head">
        <h1 tabindex="-1">${page.name}</h1>
        <nav class="tabs" aria-label=${text.heading}>${PAGES.map(tab)}</nav>
      </div>
      ${page.show()}`;
  }

  #gate() {
    const { account } = session;
    return html`
      <section class="gate">
        <h1 tabindex="-1">${text.heading}</h1>
        <p>${account ? text.notAdmin(account.username) : text.signIn}</p>
        <sign-in closed></sign-in>
      </section>`;
  }

  /** @param {MouseEvent} event */
  async #enter(event) {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const { href } = /** @type {HTMLAnchorElement} */ (event.currentTarget);
    if (!(await mayLeave())) return;
    scroll.save();
    history.pushState({}, '', href);
    this.path = location.pathname;
    await this.updateComplete;
    scroll.arrive(0);
    this.querySelector('h1')?.focus();
  }

  /** The browser has gone back already: where something is not saved, it comes here again until that is settled. @param {PopStateEvent} event */
  async #return(event) {
    if (location.pathname === this.path || this.#sure || !unsaved()) {
      this.#sure = false;
      this.path = location.pathname;
      await this.updateComplete;
      scroll.arrive(event.state?.top ?? 0);
      return;
    }
    event.stopImmediatePropagation();
    const products = this.querySelector('products-page');
    history.pushState({}, '', products ? address(/** @type {import('./products-page.js').ProductsPage} */ (products).spot) : this.path);
    this.#sure = await mayLeave();
    if (this.#sure) history.back();
  }
}

customElements.define('admin-app', AdminApp);
