// @ts-check
import { LitElement, html, nothing } from 'lit';
import { whole } from '../numbers.js';
import { keyring } from './catalogue.js';
import { leaving } from './confirm.js';
import { importAll } from './importing.js';
import { parse } from './rows.js';

const SHOWN = 200;
const STOP = { heading: 'Stop the import?', text: 'What is imported so far stays.', action: 'Stop' };

/** Brings a file of products onto the shelf. Fires `done` with a sentence. */
export class ImportDialog extends LitElement {
  static properties = { rows: { state: true }, progress: { state: true }, message: { state: true }, running: { state: true } };
  #stop = new AbortController();
  #key = keyring();
  #leaving = leaving(() => (this.running ? STOP : undefined));

  constructor() {
    super();
    /** @type {import('./catalogue.js').Draft[]} */
    this.rows = [];
    /** @type {import('./importing.js').Progress | undefined} */
    this.progress = undefined;
    this.message = '';
    this.running = false;
  }

  createRenderRoot() {
    return this;
  }

  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector('dialog'));
  }

  open() {
    this.#empty();
    this.#key = keyring();
    this.#dialog.showModal();
  }

  #empty() {
    this.rows = [];
    this.progress = undefined;
    this.message = '';
    /** @type {HTMLInputElement} */ (this.querySelector('input')).value = '';
  }

  render() {
    const left = this.rows.length - (this.progress?.done ?? 0);
    return html`
      <dialog class="wide" aria-labelledby="import-title" @close=${this.#closed} @cancel=${this.#leaving.leave} @keydown=${this.#leaving.key}>
        <h2 id="import-title">Import products</h2>
        <div class="form">
          <div class="field">
            <label for="import-file">File</label>
            <input id="import-file" type="file" accept=".csv,.json,.ndjson,.jsonl,text/csv,application/json" aria-describedby="import-note" ?disabled=${this.running} @change=${this.#choose}>
            <span id="import-note" class="hint">CSV whose first line names the columns title and image; a JSON array; or one JSON object a line</span>
          </div>
          <p class="alert" role="alert">${this.message}</p>
          ${this.#state()}
        </div>
        <div class="row end">
          <button class="button quiet" type="button" @click=${() => (this.running ? this.#stop.abort() : this.#dialog.close())}>${this.running ? 'Stop' : 'Close'}</button>
          <button class="button" type="button" ?disabled=${!left || this.running} @click=${this.#start}>
            ${!left ? 'Import' : this.progress && !this.running ? `Import the other ${whole(left)}` : `Import ${whole(this.rows.length)}`}
          </button>
        </div>
      </dialog>`;
  }

  #state() {
    if (!this.progress) return html`<p role="status">${this.rows.length ? `${whole(this.rows.length)} rows, first “${this.rows[0].title}”` : ''}</p>`;
    const { done, made, refused } = this.progress;
    const finished = !this.running;
    return html`
      <progress max=${this.rows.length} .value=${done} aria-label="Import">${done}</progress>
      <p role="status">${finished ? `${whole(made)} added, ${whole(refused.length)} refused, ${whole(this.rows.length - done)} not tried.` : `${whole(done)} of ${whole(this.rows.length)}`}</p>
      ${finished && refused.length ? this.#refused(refused) : nothing}`;
  }

  /** @param {import('./importing.js').Refused[]} refused */
  #refused(refused) {
    const line = ({ row = 0, title = '', why = '' }) => html`<tr><td class="number">${row}</td><td>${title}</td><td>${why}</td></tr>`;
    return html`
      <div class="refused" tabindex="0" role="region" aria-label="Refused rows">
        <table><thead><tr><th scope="col" class="number">Row</th><th scope="col">Title</th><th scope="col">Why</th></tr></thead>
        <tbody>${refused.slice(0, SHOWN).map(line)}</tbody></table>
      </div>`;
  }

  /** @param {Event} event */
  async #choose({ target }) {
    const file = /** @type {HTMLInputElement} */ (target).files?.[0];
    this.progress = undefined;
    this.message = '';
    this.rows = [];
    if (!file) return;
    try {
      this.rows = parse(file.name, await file.text());
    } catch (failure) {
      this.message = failure instanceof Error ? failure.message : 'This file can’t be read.';
    }
  }

  async #start() {
    this.#stop = new AbortController();
    this.running = true;
    this.message = '';
    this.progress ??= { done: 0, made: 0, refused: [] };
    const { progress, rows } = this;
    const tell = () => (this.progress = { ...progress });
    try {
      await importAll(rows, { progress, key: this.#key(rows), tell, stop: this.#stop.signal });
    } catch (failure) {
      this.message = failure instanceof Error ? failure.message : 'That did not work.';
    } finally {
      this.running = false;
    }
  }

  #closed() {
    this.#stop.abort();
    const made = this.progress?.made ?? 0;
    if (made) this.dispatchEvent(new CustomEvent('done', { detail: `${whole(made)} ${made === 1 ? 'product is' : 'products are'} on the shelf now.` }));
    this.#empty();
  }
}

customElements.define('import-dialog', ImportDialog);
