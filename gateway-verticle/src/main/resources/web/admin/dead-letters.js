// @ts-check
import { LitElement, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { keepFocus } from '../focus.js';
import { call } from '../http.js';
import { minute, whole } from '../numbers.js';
import { retrying } from './catalogue.js';
import { confirmed } from './confirm.js';
import { Poll } from './poll.js';
import { strings } from './strings.js';
import { toast } from './toast.js';

const text = strings.deadLetters;
const LIMIT = 20;
const PATIENCE_MS = 30_000;
const EVERY_MS = 10_000;
const ALL = '*';
const PEEK = 80;

/** @typedef {{id: string, type: string, queue: string, reason: string, parkedAt: string, body: string}} Message */

/** A queue of dead letters: its messages, and what to do with them. */
export class DeadLetters extends LitElement {
  static properties = {
    queue: {}, messages: { state: true }, shown: { state: true }, trouble: { state: true }, busy: { state: true },
  };
  #poll = new Poll(this, EVERY_MS, () => this.#look());

  constructor() {
    super();
    /** @type {'parked' | 'unrouted'} */
    this.queue = 'parked';
    /** @type {number | undefined} not known yet */
    this.messages = undefined;
    /** @type {Message[]} */
    this.shown = [];
    this.trouble = '';
    this.busy = false;
  }

  createRenderRoot() {
    return this;
  }

  async #look() {
    try {
      const { json } = await call('GET', `/api/operations/messages/${this.queue}?limit=${LIMIT}`, { patience: PATIENCE_MS });
      this.messages = json.messages;
      this.shown = json.shown;
      this.trouble = '';
    } catch (failure) {
      this.trouble = retrying(failure);
    }
  }

  /** @param {'replay' | 'drop'} action @param {string} id */
  async #act(action, id) {
    if (this.busy) return;
    this.busy = true;
    try {
      const { json } = await call('POST', `/api/operations/messages/${this.queue}/${action}`, { body: { id }, patience: PATIENCE_MS });
      const count = json.replayed ?? json.dropped;
      toast(action === 'drop' ? text.deleted(count) : text.retried(count));
    } catch (failure) {
      toast(failure instanceof Error ? failure.message : '');
    }
    this.busy = false;
    await this.#poll.now();
  }

  /** @param {import('lit').PropertyValues} changed */
  update(changed) {
    keepFocus(this, () => super.update(changed), 'h2');
  }

  render() {
    return html`
      <section aria-labelledby="${this.queue}-heading">
        <div class="section-head">
          <h2 class="section" tabindex="-1" id="${this.queue}-heading">${text[this.queue].heading}</h2>${this.#badge()}
        </div>
        <p class="hint">${text[this.queue].text}</p>
        <p class="alert" role="alert">${this.trouble}</p>
        ${this.shown.length ? this.#table() : nothing}
      </section>`;
  }

  /** Nothing is good that could not be asked. */
  #badge() {
    if (this.messages === undefined) return nothing;
    const state = this.trouble ? '' : this.messages ? 'warning' : 'good';
    return html`<span class="badge ${state}">${whole(this.messages)}</span>`;
  }

  #table() {
    const { messages = 0 } = this;
    return html`
      <div class="sheet cards-on-phones">
        <table>
          <thead><tr><th scope="col">${text.event}</th><th scope="col">${text.error}</th><th scope="col" class="late">${text.body}</th><th scope="col"><span class="visually-hidden">${strings.admin.actions}</span></th></tr></thead>
          <tbody>${repeat(this.shown, ({ id }) => id, (message) => this.#row(message))}</tbody>
        </table>
      </div>
      <div class="pager">
        <span>${messages > this.shown.length ? text.first(this.shown.length, messages) : ''}</span>
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
        <th scope="row" data-label=${text.event}><span>${name}<br><small>${queue ?? ''}</small></span></th>
        <td data-label=${text.error}><span>${reason ?? text.unbound}<br><small>${parkedAt ? minute(parkedAt) : ''}</small></span></td>
        <td class="late" data-label=${text.body}>${payload(body, text.bodyOf(name, id))}</td>
        <td><div class="row wrap">
          <button class="button quiet small" type="button" aria-label=${text.deleteOne(name, id)} @click=${() => this.#delete(id)}>${strings.common.delete}</button>
          <button class="button quiet small" type="button" aria-label=${text.retryOne(name, id)} @click=${() => this.#act('replay', id)}>${text.retry}</button>
        </div></td>
      </tr>`;
  }

  /** @param {string} id */
  async #delete(id) {
    const heading = text.deleteHeading(id === ALL ? (this.messages ?? 0) : 1);
    if (await confirmed({ heading, text: text.deleteText, action: strings.common.delete })) await this.#act('drop', id);
  }

  async #retryAll() {
    const heading = text.retryHeading(this.messages ?? 0);
    if (await confirmed({ heading, text: text.retryText, action: text.retryAll })) await this.#act('replay', ALL);
  }
}

/** Unfolds; JSON in lines of its own. @param {string} body @param {string} label */
function payload(body, label) {
  return html`
    <details class="payload">
      <summary><code>${body.length > PEEK ? `${body.slice(0, PEEK)}…` : body}</code></summary>
      <pre tabindex="0" role="region" aria-label=${label}>${pretty(body)}</pre>
    </details>`;
}

/** @param {string} body */
function pretty(body) {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

customElements.define('dead-letters', DeadLetters);
