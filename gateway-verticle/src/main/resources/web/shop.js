// @ts-check
import { LitElement, html, nothing } from 'lit';
import './account-menu.js';
import { isOurs, listAddress, read } from './address.js';
import { live } from './likes.js';
import './live-badge.js';
import './product-page.js';
import * as scroll from './scroll.js';
import './storefront.js';
import { strings } from './strings.js';
import './theme-switch.js';

/** @param {import('./address.js').Place} place what is shown in the place of the list */
const aside = ({ product, own }) => product ?? own;

/** Which view the address asks for. The list stays as it was while something else is looked at. */
export class ShopApp extends LitElement {
  static properties = { place: { state: true } };
  #arriving = false;
  #listSeen = false;
  /** @type {{typed: string, focused: boolean} | undefined} */
  #early;

  constructor() {
    super();
    this.place = read();
    addEventListener('popstate', ({ state }) => void this.#go(false, state?.top ?? 0));
    document.addEventListener('click', (event) => this.#follow(event));
    document.addEventListener('account-needed', (event) => this.#askWho(event));
    live.addEventListener('change', () => this.requestUpdate());
  }

  /** In the place of what the page came with. */
  createRenderRoot() {
    const search = this.querySelector('input');
    this.#early = search ? { typed: search.value, focused: search === document.activeElement } : undefined;
    this.replaceChildren();
    return this;
  }

  /** Nobody's typing is lost because the scripts came late. */
  async firstUpdated() {
    const list = /** @type {import('./storefront.js').StoreFront | null} */ (this.querySelector('store-front'));
    await list?.updateComplete;
    const search = list?.querySelector('input');
    if (!search || !this.#early) return;
    if (this.#early.focused) search.focus();
    if (!this.#early.typed) return;
    search.value = this.#early.typed;
    search.dispatchEvent(new Event('input'));
  }

  render() {
    const { product, own, query } = this.place;
    const list = aside(this.place) === undefined;
    if (own === '/likes') void import('./my-likes.js');
    if (own === '/account') void import('./change-password.js');
    if (list) this.#listSeen = true;
    return html`
      ${live.paused ? html`<p class="offline">${live.offline ? strings.live.outdatedOffline : strings.live.outdated}</p>` : nothing}
      ${this.#listSeen ? html`<store-front ?hidden=${!list} .query=${query} @query-changed=${this.#moved} @listed=${scroll.settle}></store-front>` : nothing}
      ${product === undefined ? nothing : html`<product-page .seen=${this.#seen(product)} .product=${product} @titled=${this.#titled}></product-page>`}
      ${own === '/likes' ? html`<my-likes @titled=${this.#titled} @listed=${scroll.settle}></my-likes>` : nothing}
      ${own === '/account' ? html`<change-password @titled=${this.#titled}></change-password>` : nothing}`;
  }

  /** What the list knows of it. @param {number} product */
  #seen(product) {
    return /** @type {import('./product-card.js').ProductCard | null} */ (this.querySelector(`[data-product="${product}"]`))?.product;
  }

  /** @param {MouseEvent} event */
  #follow(event) {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (!(link instanceof HTMLAnchorElement) || link.target || !isOurs(new URL(link.href))) return;
    event.preventDefault();
    if (link.closest('.back') && history.state?.fromList) return history.back();
    scroll.save();
    history.pushState({ fromList: aside(this.place) === undefined }, '', link.href);
    void this.#go(true, 0);
  }

  /** @param {boolean} anew @param {number} top how far it was scrolled when it was left */
  async #go(anew, top) {
    const before = this.place;
    const place = read();
    const same = listAddress(place.query) === listAddress(before.query);
    const list = aside(place) === undefined;
    // What is shown in its place does not say which list it was.
    this.place = !list || same ? { ...place, query: before.query } : place;
    if (list) document.title = strings.common.name;
    await this.updateComplete;
    scroll.arrive(top);
    if (aside(place) === aside(before)) return;
    this.#arriving = !list;
    if (anew || this.#arriving || before.product === undefined) this.#focusHeading();
    else this.#focusCard(before.product);
  }

  /** Back in the list one goes on where one was. @param {number | undefined} product */
  #focusCard(product) {
    /** @type {HTMLElement | null} */ (this.querySelector(`[data-product="${product}"]`))?.focus({ preventScroll: true });
  }

  /** @param {CustomEvent} event */
  #moved({ detail: { query, replace } }) {
    scroll.save();
    if (replace) history.replaceState(history.state, '', listAddress(query));
    else history.pushState({}, '', listAddress(query));
    this.place = { product: undefined, own: undefined, query };
  }

  /** A product may have to be asked for first: whoever has come here by a link is waiting for it. @param {CustomEvent<string>} event */
  #titled({ detail }) {
    document.title = strings.common.windowTitle(detail);
    scroll.settle();
    if (this.#arriving) this.#focusHeading();
  }

  #focusHeading() {
    const heading = [...this.querySelectorAll('h1')].find((h1) => h1.checkVisibility());
    heading?.focus({ preventScroll: true });
  }

  /** @param {Event} event */
  #askWho(event) {
    const menu = /** @type {import('./account-menu.js').AccountMenu | null} */ (document.querySelector('account-menu'));
    const button = event.composedPath()[0];
    if (!menu || !(button instanceof HTMLElement)) return;
    event.preventDefault();
    void menu.open(strings.account.signInToLike, () => void (/** @type {import('./like-button.js').LikeButton} */ (button).press()));
  }
}

customElements.define('shop-app', ShopApp);
