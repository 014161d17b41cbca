// @ts-check
import { LitElement, html, nothing } from 'lit';
import { keepFocus } from '../focus.js';
import { call } from '../http.js';
import { minute, whole } from '../numbers.js';
import { strings } from './strings.js';
import { confirmed } from './confirm.js';

const text = strings.deadLetters;
const LIMIT = 20;
const PATIENCE_MS = 30_000;
const EVERY_MS = 10_000;
const ALL = '*';

/** @typedef {{id: string, type: string, queue: string, reason: string, parkedAt: string, body: string}} Message */

/** A queue of dead letters: its messages, and what to do with them. */
export class DeadLetters extends LitElement {
  static properties = {
    queue: {}, messages: { state: true }, shown: { state: true }, said: { state: true }, busy: { state: true },
  };
  #timer = 0;

  constructor() {
    super();
    /** @type {'parked' | 'unrouted'} */
    this.queue = 'parked';
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
      const { json } = await call('GET', `/api/operations/messages/${this.queue}?limit=${LIMIT}`, { patience: PATIENCE_MS });
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
      const { json } = await call('POST', `/api/operations/messages/${this.queue}/${action}`, { body: { id }, patience: PATIENCE_MS });
      const count = json.replayed ?? json.dropped;
      this.said = action === 'drop' ? text.deleted(count) : text.retried(count);
    } catch (failure) {
      this.said = failure instanceof Error ? failure.message : '';
    }
    this.busy = false;
    await this.#look();
  }

  /** @param {import('lit').PropertyValues} changed */
  update(changed) {
    keepFocus(this, () => super.update(changed), 'h2');
  }

  render() {
    return html`
      <section aria-labelledby="${this.queue}-heading">
        <div class="section-head">
          <h2 class="section" tabindex="-1" id="${this.queue}-heading">${text[this.queue].heading}</h2><span class="badge ${this.messages ? 'warning' : 'good'}">${whole(this.messages)}</span>
        </div>
        <p class="said" role="status">${this.said || text[this.queue].text}</p>
        ${this.shown.length ? this.#table() : nothing}
      </section>`;
  }

  #table() {
    return html`
      <div class="sheet">
        <table>
          <thead><tr><th scope="col">${text.event}</th><th scope="col">${text.error}</th><th scope="col" class="late">${text.body}</th><th scope="col"><span class="visually-hidden">${strings.admin.actions}</span></th></tr></thead>
          <tbody>${this.shown.map((message) => this.#row(message))}</tbody>
        </table>
      </div>
      <div class="pager">
        <span>${this.messages > this.shown.length ? text.first(this.shown.length, this.messages) : ''}</span>
        <span class="row">
          <button class="button quiet small" type="button" @click=${() => this.#delete(ALL)}>${text.deleteAll}</button>
          <button class="button small" type="button" aria-disabled=${this.busy} @click=${this.#retryAll}>${text.retryAll}</button>
        </span>
      </div>`;
  }

  /** @param {Message} message */
  #row({ id, type, queue, reason, parkedAt, body }) {
    const name = type ?? text.message;
    return html`
      <tr data-message=${id}>
        <th scope="row">${name}<br><small>${queue ?? ''}</small></th>
        <td>${reason ?? text.unbound}<br><small>${parkedAt ? minute(parkedAt) : ''}</small></td>
        <td class="late"><div class="body">${body}</div></td>
        <td><div class="row wrap">
          <button class="button quiet small" type="button" aria-label=${text.deleteOne(name, id)} @click=${() => this.#delete(id)}>${strings.common.delete}</button>
          <button class="button quiet small" type="button" aria-label=${text.retryOne(name, id)} @click=${() => this.#act('replay', id)}>${text.retry}</button>
        </div></td>
      </tr>`;
  }

  /** @param {string} id */
  async #delete(id) {
    const heading = text.deleteHeading(id === ALL ? this.messages : 1);
    if (await confirmed({ heading, text: text.deleteText, action: strings.common.delete })) await this.#act('drop', id);
  }

  async #retryAll() {
    const heading = text.retryHeading(this.messages);
    if (await confirmed({ heading, text: text.retryText, action: text.retryAll })) await this.#act('replay', ALL);
  }
}

customElements.define('dead-letters', DeadLetters);
