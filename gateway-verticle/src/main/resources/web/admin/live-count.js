// @ts-check
import { LitElement, html } from 'lit';
import { counts, follow, unfollow } from '../likes.js';
import { whole } from '../numbers.js';

/** A product's count as it is now. */
export class LiveCount extends LitElement {
  static properties = { product: { type: Number } };
  #stop = () => {};

  constructor() {
    super();
    this.product = 0;
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.hasUpdated) this.#listen();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop();
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has('product')) this.#listen();
  }

  #listen() {
    this.#stop();
    const deaf = counts.listen(this.product, () => this.requestUpdate());
    follow(this, this.product);
    this.#stop = () => {
      deaf();
      unfollow(this);
    };
  }

  render() {
    return html`${whole(counts.shown(this.product).likes)}`;
  }
}

customElements.define('live-count', LiveCount);
