// @ts-check
import { LitElement, html, nothing } from 'lit';
import { strings } from '../strings.js';
import { changes, keyring } from './catalogue.js';
import { leaving } from './confirm.js';
import { importAll, plan } from './importing.js';
import { parse } from './rows.js';

const text = strings.import;
const SHOWN = 200;

/** Imports a file of products. Fires `done` with a sentence. */
export class ImportDialog extends LitElement {
  static properties = { steps: { state: true }, progress: { state: true }, message: { state: true }, running: { state: true } };
  #stop = new AbortController();
  #key = keyring();
  #leaving = leaving(() => (this.running ? text.stop : undefined));

  constructor() {
    super();
    /** @type {import('./importing.js').Step[]} */
    this.steps = [];
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
    this.steps = [];
    this.progress = undefined;
    this.message = '';
    /** @type {HTMLInputElement} */ (this.querySelector('input')).value = '';
  }

  render() {
    const left = this.steps.length - (this.progress?.done ?? 0);
    return html`
      <dialog class="wide" aria-labelledby="import-title" @close=${this.#closed} @cancel=${this.#leaving.leave} @keydown=${this.#leaving.key}>
        <h2 id="import-title">${text.heading}</h2>
        <div class="form">
          <div class="field">
            <label for="import-file">${text.file}</label>
            <input id="import-file" type="file" accept=".csv,.json,.ndjson,.jsonl,text/csv,application/json" aria-describedby="import-note" ?disabled=${this.running} @change=${this.#choose}>
            <span id="import-note" class="hint">${text.fileHint}</span>
          </div>
          <p class="alert" role="alert">${this.message}</p>
          ${this.#state()}
        </div>
        <div class="row end">
          <button class="button quiet" type="button" @click=${() => (this.running ? this.#stop.abort() : this.#dialog.close())}>${this.running ? text.stop.action : text.close}</button>
          <button class="button" type="button" ?disabled=${!left || this.running} @click=${this.#start}>
            ${!left ? text.action : this.progress && !this.running ? text.resume(left) : text.start(this.steps.length)}
          </button>
        </div>
      </dialog>`;
  }

  #state() {
    if (!this.progress) return this.#preview();
    const { done, made, changed, unchanged, refused } = this.progress;
    const finished = !this.running;
    const result = { made, changed, unchanged, failed: refused.length, skipped: this.steps.length - done };
    return html`
      <progress max=${this.steps.length} .value=${done} aria-label=${text.action}>${done}</progress>
      <p role="status">${finished ? text.result(result) : text.progress(done, this.steps.length)}</p>
      ${finished && refused.length ? table(text.failedRows, text.error, refused) : nothing}`;
  }

  /** What would happen. */
  #preview() {
    const { steps } = this;
    if (!steps.length) return html`<p role="status"></p>`;
    const number = (/** @type {string} */ kind) => steps.filter((step) => step.kind === kind).length;
    const count = { rows: steps.length, new: number('new'), changed: number('changed'), unchanged: number('unchanged'), wrong: number('wrong') };
    const lines = steps.filter(({ kind }) => kind === 'changed' || kind === 'wrong');
    return html`
      <p role="status">${text.preview(steps[0].draft.title, count)}</p>
      ${lines.length ? table(text.changes, text.change, lines.map((step) => ({ row: step.row, title: step.draft.title, why: step.why || difference(step) }))) : nothing}`;
  }

  /** @param {Event} event */
  async #choose({ target }) {
    const file = /** @type {HTMLInputElement} */ (target).files?.[0];
    this.progress = undefined;
    this.message = '';
    this.steps = [];
    if (!file) return;
    try {
      const steps = await plan(parse(file.name, await file.text()));
      if (file === /** @type {HTMLInputElement} */ (target).files?.[0]) this.steps = steps;
    } catch (failure) {
      this.message = failure instanceof Error ? failure.message : text.unreadable;
    }
  }

  async #start() {
    this.#stop = new AbortController();
    this.running = true;
    this.message = '';
    this.progress ??= { done: 0, made: 0, changed: 0, unchanged: 0, refused: [] };
    const { progress, steps } = this;
    const tell = () => (this.progress = { ...progress });
    try {
      await importAll(steps, { progress, key: this.#key(steps.map(({ draft }) => draft)), tell, stop: this.#stop.signal });
    } catch (failure) {
      this.message = failure instanceof Error ? failure.message : strings.calls.failed;
    } finally {
      this.running = false;
    }
  }

  #closed() {
    this.#stop.abort();
    const { made = 0, changed = 0 } = this.progress ?? {};
    if (made + changed) this.dispatchEvent(new CustomEvent('done', { detail: text.done(made, changed) }));
    this.#empty();
  }
}

/** @param {import('./importing.js').Step} step */
function difference({ draft, product }) {
  return changes(draft, product).map((field) => text.difference(field, product?.[field] ?? '', draft[field] ?? '')).join('; ');
}

/** @param {string} name @param {string} what @param {import('./importing.js').Refused[]} rows */
function table(name, what, rows) {
  const line = ({ row = 0, title = '', why = '' }) => html`<tr><td class="number">${row}</td><td>${title}</td><td>${why}</td></tr>`;
  return html`
    <div class="refused" tabindex="0" role="region" aria-label=${name}>
      <table><thead><tr><th scope="col" class="number">${text.row}</th><th scope="col">${strings.products.title}</th><th scope="col">${what}</th></tr></thead>
      <tbody>${rows.slice(0, SHOWN).map(line)}</tbody></table>
    </div>`;
}

customElements.define('import-dialog', ImportDialog);
