// @ts-check
import { LitElement, html } from 'lit';
import { live } from './likes.js';

/** Whether the counts move or stand still. Only a change is spoken. */
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
      ? html`<span class="badge warning">Live paused</span>`
      : html`<span class="badge good"><span>Live</span></span>`}</div>`;
  }
}

customElements.define('live-badge', LiveBadge);
