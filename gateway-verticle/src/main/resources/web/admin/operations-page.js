// @ts-check
import { LitElement, html } from 'lit';
import { call } from '../http.js';
import { strings } from './strings.js';
import './dead-letters.js';
import { cards } from './operations-cards.js';
import { nodeTable } from './node-table.js';

const EVERY_MS = 3_000;
/** @type {Node[]} */
const NONE = [];

/**
 * @typedef {{status: string, parts: Record<string, string>, reasons?: Record<string, string>}} ServiceState
 * @typedef {{node: string, since: string, services: Record<string, ServiceState>, silentSeconds: number,
 *   outbox: Record<string, {rows: number, oldestSeconds: number}>, queues: Record<string, number | null>,
 *   reconciliation: Record<string, number>}} Node
 */

/** How the cluster is, while somebody looks. */
export class OperationsPage extends LitElement {
  static properties = { nodes: { state: true }, trouble: { state: true } };
  #timer = 0;

  constructor() {
    super();
    /** @type {Node[] | undefined} */
    this.nodes = undefined;
    this.trouble = '';
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#look();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  async #look() {
    try {
      if (!document.hidden) this.nodes = (await call('GET', '/api/operations/nodes')).json.nodes;
      this.trouble = '';
    } catch (failure) {
      this.trouble = failure instanceof Error ? failure.message : strings.calls.failed;
    }
    clearTimeout(this.#timer);
    if (this.isConnected) this.#timer = setTimeout(() => this.#look(), EVERY_MS);
  }

  render() {
    const nodes = this.nodes ?? NONE;
    return html`
      <p class="alert" role="alert">${this.trouble}</p>
      <h2 class="section">${strings.operations.delivery}</h2>
      ${cards(nodes)}
      <h2 class="section">${strings.operations.nodes}</h2>
      ${nodeTable(nodes)}
      <dead-letters queue="parked"></dead-letters>
      <dead-letters queue="unrouted"></dead-letters>`;
  }
}

customElements.define('operations-page', OperationsPage);
