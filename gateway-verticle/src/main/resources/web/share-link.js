// @ts-check
import { LitElement, html, nothing } from 'lit';
import { icon } from './icons.js';
import { strings } from './strings.js';

const text = strings.product;
const SAID_MS = 4_000;

/** Passes a link on: by the system's own way where there is one, else by the clipboard, else to copy by hand. */
export class ShareLink extends LitElement {
  static properties = { path: {}, name: {}, said: { state: true }, byHand: { state: true } };

  constructor() {
    super();
    this.path = '/';
    this.name = '';
    this.said = '';
    this.byHand = false;
  }

  createRenderRoot() {
    return this;
  }

  get #url() {
    return new URL(this.path, location.origin).href;
  }

  render() {
    return html`
      <button class="button quiet" type="button" @click=${this.#share}>${icon('link')} ${text.share}</button>
      <span class="said" role="status">${this.said}</span>
      ${this.byHand ? html`<input readonly aria-label=${text.link(this.name)} .value=${this.#url} @focus=${select}>` : nothing}`;
  }

  async #share() {
    try {
      if (matchMedia('(pointer: coarse)').matches && navigator.share) {
        await navigator.share({ title: this.name, url: this.#url });
        return;
      }
      await navigator.clipboard.writeText(this.#url);
      this.#say(text.linkCopied);
    } catch (failure) {
      if (failure instanceof DOMException && failure.name === 'AbortError') return;
      this.byHand = true;
      await this.updateComplete;
      this.querySelector('input')?.focus();
    }
  }

  /** @param {string} said */
  #say(said) {
    this.said = said;
    setTimeout(() => (this.said = ''), SAID_MS);
  }
}

/** @param {Event} event */
function select({ target }) {
  /** @type {HTMLInputElement} */ (target).select();
}

customElements.define('share-link', ShareLink);
