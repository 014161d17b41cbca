// @ts-check
import { LitElement, html, nothing } from 'lit';
import './account-menu.js';
import { isOurs, read, shelfAddress } from './address.js';
import { live } from './likes.js';
import './live-badge.js';
import './storefront.js';
import './theme-switch.js';

/** Which view the address asks for. The shelf stays as it was while a product is looked at. */
export class ShopApp extends LitElement {
  static properties = { place: { state: true } };
  #arriving = false;
  #shelfSeen = false;

  constructor() {
    super();
    this.place = read();
    history.scrollRestoration = 'manual';
    addEventListener('popstate', ({ state }) => void this.#go(false, state?.top ?? 0));
    document.addEventListener('click', (event) => this.#follow(event));
    document.addEventListener('account-needed', (event) => this.#askWho(event));
    live.addEventListener('change', () => this.requestUpdate());
  }

  createRenderRoot() {
    return this;
  }

  render() {
    const { product, shelf } = this.place;
    if (product !== undefined) void import('./product-page.js');
    else this.#shelfSeen = true;
    return html`
      ${live.paused ? html`<p class="offline">The shop can't be reached. What you see may be out of date; it goes on by itself.</p>` : nothing}
      ${this.#shelfSeen ? html`<store-front ?hidden=${product !== undefined} .shelf=${shelf} @shelf-moved=${this.#moved}></store-front>` : nothing}
      ${product === undefined ? nothing : html`<product-page .product=${product} @titled=${this.#titled}></product-page>`}`;
  }

  /** @param {MouseEvent} event */
  #follow(event) {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (!(link instanceof HTMLAnchorElement) || link.target || !isOurs(new URL(link.href))) return;
    event.preventDefault();
    if (link.closest('.back') && history.state?.fromShelf) return history.back();
    history.replaceState({ ...history.state, top: scrollY }, '');
    history.pushState({ fromShelf: this.place.product === undefined }, '', link.href);
    void this.#go(true, 0);
  }

  /** @param {boolean} anew @param {number} top how far it was scrolled when it was left */
  async #go(anew, top) {
    const before = this.place;
    const place = read();
    const same = shelfAddress(place.shelf) === shelfAddress(before.shelf);
    // A product's address does not say which shelf it was seen on.
    this.place = place.product !== undefined || same ? { product: place.product, shelf: before.shelf } : place;
    if (place.product === undefined) document.title = 'Likewire';
    await this.updateComplete;
    scrollTo(0, top);
    if (place.product === before.product) return;
    this.#arriving = place.product !== undefined;
    if (anew || this.#arriving) this.#focusHeading();
    else this.#focusCard(before.product);
  }

  /** Back on the shelf one goes on where one was. @param {number | undefined} product */
  #focusCard(product) {
    /** @type {HTMLElement | null} */ (this.querySelector(`[data-product="${product}"]`))?.focus({ preventScroll: true });
  }

  /** @param {CustomEvent} event */
  #moved({ detail: { shelf, replace } }) {
    history[replace ? 'replaceState' : 'pushState']({}, '', shelfAddress(shelf));
    this.place = { product: undefined, shelf };
  }

  /** A product may have to be asked for first: whoever has come here by a link is waiting for it. @param {CustomEvent<string>} event */
  #titled({ detail }) {
    document.title = `${detail} · Likewire`;
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
    void menu.open('Sign in to like', () => void (/** @type {import('./like-button.js').LikeButton} */ (button).press()));
  }
}

customElements.define('shop-app', ShopApp);
