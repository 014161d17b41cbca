// @ts-check
import { LitElement, html } from 'lit';
import { call } from '../http.js';
import './message-lot.js';
import { cards } from './operations-cards.js';
import { nodeTable } from './node-table.js';

const EVERY_MS = 3_000;
/** @type {Node[]} */
const NONE = [];

/**
 * @typedef {{status: string, parts: Record<string, string>}} ServiceState
 * @typedef {{node: string, since: string, services: Record<string, ServiceState>, silentSeconds: number,
 *   outbox: Record<string, {rows: number, oldestSeconds: number}>, queues: Record<string, number | null>,
 *   reconciliation: Record<string, number>}} Node
 */

/** How the cluster is, while somebody looks. */
export class OperationsRoom extends LitElement {
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
      this.trouble = failure instanceof Error ? failure.message : 'That did not work.';
    }
    clearTimeout(this.#timer);
    if (this.isConnected) this.#timer = setTimeout(() => this.#look(), EVERY_MS);
  }

  render() {
    const nodes = this.nodes ?? NONE;
    return html`
      <p class="alert" role="alert">${this.trouble}</p>
      <h2 class="section">Facts on their way</h2>
      ${cards(nodes)}
      <h2 class="section">Nodes</h2>
      ${nodeTable(nodes)}
      <message-lot lot="parked" heading="Parked messages" about="What a reader could not apply. Replay them once the reason is gone."></message-lot>
      <message-lot lot="unrouted" heading="Unrouted messages" about="What no queue wanted."></message-lot>`;
  }
}

customElements.define('operations-room', OperationsRoom);
