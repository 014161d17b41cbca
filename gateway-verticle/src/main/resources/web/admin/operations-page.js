// @ts-check
import { LitElement, html } from 'lit';
import { call } from '../http.js';
import { retrying } from './catalogue.js';
import './dead-letters.js';
import { nodeTable } from './node-table.js';
import { cards } from './operations-cards.js';
import { Poll } from './poll.js';
import { strings } from './strings.js';

const EVERY_MS = 3_000;
const SECOND_MS = 1_000;
/** Two questions without an answer. */
const LATE_S = 6;
/** @type {Node[]} */
const NONE = [];

/**
 * @typedef {{status: string, parts: Record<string, string>, reasons?: Record<string, string>}} ServiceState
 * @typedef {{node: string, since: string, services: Record<string, ServiceState>, silentSeconds: number,
 *   outbox: Record<string, {rows: number, oldestSeconds: number}>, queues: Record<string, number | null>,
 *   reconciliation: Record<string, number>}} Node
 */

/** How the cluster is, while somebody looks; what is old says how old. */
export class OperationsPage extends LitElement {
  static properties = { nodes: { state: true }, trouble: { state: true } };
  #clock = 0;
  #answeredAt = 0;

  constructor() {
    super();
    /** @type {Node[] | undefined} */
    this.nodes = undefined;
    this.trouble = '';
    new Poll(this, EVERY_MS, () => this.#look());
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#clock = setInterval(() => this.requestUpdate(), SECOND_MS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#clock);
  }

  async #look() {
    try {
      this.nodes = (await call('GET', '/api/operations/nodes')).json.nodes;
      this.#answeredAt = performance.now();
      this.trouble = '';
    } catch (failure) {
      this.trouble = retrying(failure);
    }
  }

  render() {
    const sinceAnswer = Math.floor((performance.now() - this.#answeredAt) / SECOND_MS);
    const passed = sinceAnswer > LATE_S ? sinceAnswer : 0;
    const nodes = (this.nodes ?? NONE).map((node) => ({ ...node, silentSeconds: node.silentSeconds + passed }));
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
