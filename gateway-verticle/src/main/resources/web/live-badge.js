// @ts-check
import { LitElement, html, nothing } from 'lit';
import { live } from './likes.js';

/** Says so when counts stand still; silent otherwise. */
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
    return html`<div role="status">${live.paused ? html`<span class="badge">Live paused</span>` : nothing}</div>`;
  }
}

customElements.define('live-badge', LiveBadge);
