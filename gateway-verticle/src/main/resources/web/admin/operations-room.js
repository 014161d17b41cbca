// @ts-check
import { LitElement, html } from 'lit';
export class OperationsRoom extends LitElement { createRenderRoot() { return this; } render() { return html`<p class="notice">soon</p>`; } }
customElements.define('operations-room', OperationsRoom);
