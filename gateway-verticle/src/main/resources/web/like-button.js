// @ts-check
import { CallFailed } from './http.js';
import { styles } from './like-button-style.js';
import { counts, follow, toggle, unfollow } from './likes.js';
import { readable } from './numbers.js';
import { strings } from './strings.js';

const MESSAGE_MS = 6_000;
const DECIMAL = /^\d+$/;
const SVG = 'http://www.w3.org/2000/svg';
const SHAPE = 'M12 20.5 4.2 12.8a5 5 0 0 1 7.1-7.1l.7.7.7-.7a5 5 0 0 1 7.1 7.1Z';

/**
 * A like button with a live count: `<like-button product="7" name="Tea">`. Needs no library, so that it works in any page.
 * Fires `account-needed` when liking takes an account; whoever prevents the default looks after it.
 */
export class LikeButton extends HTMLElement {
  static observedAttributes = ['product', 'name'];

  #button = document.createElement('button');
  #icon = document.createElementNS(SVG, 'svg');
  #count = document.createElement('span');
  #message = document.createElement('span');
  #stop = () => {};
  #product = 0;
  #name = '';
  #label = '';
  #pressing = false;
  /** @type {number | undefined} */
  #likes;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open', delegatesFocus: true });
    root.adoptedStyleSheets = [styles];
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', SHAPE);
    this.#icon.setAttribute('viewBox', '0 0 24 24');
    this.#icon.setAttribute('aria-hidden', 'true');
    this.#icon.append(path);
    this.#count.className = 'count';
    this.#message.className = 'message';
    this.#message.setAttribute('role', 'status');
    this.#button.type = 'button';
    this.#button.append(this.#icon, this.#count);
    this.#button.addEventListener('click', () => void this.press());
    this.#button.addEventListener('blur', () => this.#show());
    root.append(this.#button, this.#message);
  }

  get product() {
    return this.#product;
  }

  set product(id) {
    if (id === this.#product) return;
    this.#product = id;
    this.#likes = undefined;
    if (this.isConnected) this.#listen();
  }

  get name() {
    return this.#name;
  }

  set name(name) {
    this.#name = name;
    if (this.isConnected) this.#show();
  }

  connectedCallback() {
    this.#listen();
  }

  disconnectedCallback() {
    this.#stop();
  }

  /** @param {string} attribute @param {string | null} before @param {string | null} now */
  attributeChangedCallback(attribute, before, now) {
    if (attribute === 'name') this.name = now ?? '';
    else this.product = DECIMAL.test(now ?? '') ? Number(now) : 0;
  }

  get #isValid() {
    return Number.isSafeInteger(this.#product) && this.#product > 0;
  }

  #listen() {
    this.#stop();
    this.#stop = () => {};
    this.#button.disabled = !this.#isValid;
    // A framework may set the product in the moment after.
    if (!this.#isValid) return queueMicrotask(() => this.#complain());
    const deaf = counts.listen(this.#product, () => this.#show());
    follow(this, this.#product);
    this.#stop = () => {
      deaf();
      unfollow(this);
    };
    this.#show();
  }

  #complain() {
    if (!this.isConnected || this.#isValid) return;
    this.#count.textContent = '';
    console.warn(strings.likeButton.noProduct, this);
  }

  #show() {
    if (!this.#isValid) return;
    const { likes, liked } = counts.shown(this.#product);
    this.#button.setAttribute('aria-pressed', String(liked));
    this.#button.setAttribute('aria-label', this.#labelFor(likes));
    this.#button.dataset.likes = String(likes);
    if (likes === this.#likes) return;
    this.#count.textContent = readable(likes);
    if (this.#likes !== undefined) pop(this.#count, `translateY(${likes > this.#likes ? 45 : -45}%)`);
    this.#likes = likes;
  }

  /** A screen reader speaks each new name of the focused button: others' likes must not make it chatter. @param {number} likes */
  #labelFor(likes) {
    if (!this.#label || this.#pressing || !this.matches(':focus-within')) {
      this.#label = strings.likeButton.label(this.#name, likes, readable(likes));
    }
    return this.#label;
  }

  /** As if somebody had pressed it. */
  async press() {
    if (!this.#isValid) return;
    this.#pressing = true;
    this.#message.textContent = '';
    pop(this.#icon, 'scale(0.7)');
    try {
      await toggle(this.#product);
    } catch (failure) {
      this.#refused(failure);
    }
    this.#show();
    this.#pressing = false;
  }

  /** @param {unknown} failure */
  #refused(failure) {
    const needed = new CustomEvent('account-needed', { bubbles: true, composed: true, cancelable: true });
    if (failure instanceof CallFailed && failure.status === 401 && !this.dispatchEvent(needed)) return;
    const message = failure instanceof CallFailed ? failure.message : strings.calls.failed;
    this.#message.textContent = message;
    setTimeout(() => this.#message.textContent === message && (this.#message.textContent = ''), MESSAGE_MS);
  }
}

/** @param {Element} element @param {string} transform where it comes from */
function pop(element, transform) {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const timing = { duration: 260, easing: 'cubic-bezier(0.3, 1.6, 0.5, 1)' };
  element.animate([{ transform, opacity: 0.4 }, { transform: 'none', opacity: 1 }], timing);
}

if (!customElements.get('like-button')) customElements.define('like-button', LikeButton);
