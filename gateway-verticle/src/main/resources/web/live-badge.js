// @ts-check
import { LitElement, html } from 'lit';
import { live } from './likes.js';
import { strings } from './strings.js';

const text = strings.live;

/** Whether counts are live. Screen readers announce changes only. */
export class LiveBadge extends LitElement {
  #update = () => this.requestUpdate();

  connectedCallback() {
    super.connectedCallback();
    live.addEventListener('change', this.#update);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    live.removeEventListener('change', this.#update);
  }

  createRenderRoot() {
    return this;
  }

  render() {
    return html`<div role="status">${live.paused
      ? html`<span class="badge warning">${live.offline ? text.offline : text.reconnecting}</span>`
      : html`<span class="badge good"><span>${text.live}</span></span>`}</div>`;
  }
}

customElements.define('live-badge', LiveBadge);
