// @ts-check
import { LitElement, html, nothing } from 'lit';
import { call } from '../http.js';
import { minute, whole } from '../numbers.js';
import { confirmed } from './confirm.js';

const LIMIT = 20;
const PATIENCE_MS = 30_000;
const EVERY_MS = 10_000;
const ALL = '*';

/** @typedef {{id: string, type: string, queue: string, reason: string, parkedAt: string, body: string}} Message */

/** Dead-lettered messages: what they are, and what to do with them. */
export class MessageLot extends LitElement {
  static properties = {
    lot: {}, heading: {}, about: {}, messages: { state: true }, shown: { state: true }, said: { state: true }, busy: { state: true },
  };
  #timer = 0;

  constructor() {
    super();
    this.lot = 'parked';
    this.heading = '';
    this.about = '';
    this.messages = 0;
    /** @type {Message[]} */
    this.shown = [];
    this.said = '';
    this.busy = false;
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
    clearTimeout(this.#timer);
    try {
      const { json } = await call('GET', `/api/operations/messages/${this.lot}?limit=${LIMIT}`, { patience: PATIENCE_MS });
      this.messages = json.messages;
      this.shown = json.shown;
    } catch (failure) {
      this.said = failure instanceof Error ? failure.message : '';
    }
    if (this.isConnected) this.#timer = setTimeout(() => this.#look(), EVERY_MS);
  }

  /** @param {'replay' | 'drop'} action @param {string} id */
  async #act(action, id) {
    if (this.busy) return;
    this.busy = true;
    try {
      const { json } = await call('POST', `/api/operations/messages/${this.lot}/${action}`, { body: { id }, patience: PATIENCE_MS });
      const count = json.replayed ?? json.dropped;
      this.said = `${counted(count)} ${action === 'drop' ? 'deleted' : 'retried'}.`;
    } catch (failure) {
      this.said = failure instanceof Error ? failure.message : '';
    }
    this.busy = false;
    await this.#look();
  }

  render() {
    return html`
      <section aria-labelledby="${this.lot}-heading">
        <div class="section-head">
          <h2 class="section" id="${this.lot}-heading">${this.heading}</h2><span class="badge ${this.messages ? 'warning' : 'good'}">${whole(this.messages)}</span>
        </div>
        <p class="said" role="status">${this.said || this.about}</p>
        ${this.shown.length ? this.#table() : nothing}
      </section>`;
  }

  #table() {
    return html`
      <div class="sheet">
        <table>
          <thead><tr><th scope="col">What</th><th scope="col">Why</th><th scope="col" class="late">Body</th><th scope="col"><span class="visually-hidden">Actions</span></th></tr></thead>
          <tbody>${this.shown.map((message) => this.#row(message))}</tbody>
        </table>
      </div>
      <div class="pager">
        <span>${this.messages > this.shown.length ? `The first ${this.shown.length} of ${whole(this.messages)}` : ''}</span>
        <span class="row">
          <button class="button quiet small" type="button" @click=${() => this.#delete(ALL)}>Delete all</button>
          <button class="button small" type="button" aria-disabled=${this.busy} @click=${this.#retryAll}>Retry all</button>
        </span>
      </div>`;
  }

  /** @param {Message} message */
  #row({ id, type, queue, reason, parkedAt, body }) {
    const name = type ?? 'message';
    return html`
      <tr data-message=${id}>
        <th scope="row">${name}<br><small>${queue ?? ''}</small></th>
        <td>${reason ?? 'no queue is bound to its key'}<br><small>${parkedAt ? minute(parkedAt) : ''}</small></td>
        <td class="late"><div class="body">${body}</div></td>
        <td><div class="row wrap">
          <button class="button quiet small" type="button" aria-label="Delete ${name} ${id}" @click=${() => this.#delete(id)}>Delete</button>
          <button class="button quiet small" type="button" aria-label="Retry ${name} ${id}" @click=${() => this.#act('replay', id)}>Retry</button>
        </div></td>
      </tr>`;
  }

  /** @param {string} id */
  async #delete(id) {
    const heading = id === ALL ? `Delete ${counted(this.messages)}?` : 'Delete this message?';
    const text = 'What they say will not be applied, here or anywhere.';
    if (await confirmed({ heading, text, action: 'Delete' })) await this.#act('drop', id);
  }

  async #retryAll() {
    const heading = `Retry ${counted(this.messages)}?`;
    const text = 'Each is sent again to where it failed. What still cannot be processed comes back.';
    if (await confirmed({ heading, text, action: 'Retry all' })) await this.#act('replay', ALL);
  }
}

/** @param {number} messages */
const counted = (messages) => `${whole(messages)} ${messages === 1 ? 'message' : 'messages'}`;

customElements.define('message-lot', MessageLot);
