// @ts-check
import { LitElement, html, nothing } from 'lit';
import { keepFocus } from '../focus.js';
import { newKey } from './catalogue.js';
import { confirmed, leaving } from './confirm.js';
import { downloadFailedRows } from './failed-rows.js';
import { send } from './importing.js';
import { strings } from './strings.js';

const text = strings.import;
const SHOWN = 200;

/** Imports a file of products in three steps: the file, what would happen, what happened. Fires `done` with a sentence. */
export class ImportDialog extends LitElement {
  static properties = { plan: { state: true }, progress: { state: true }, message: { state: true }, running: { state: true }, reading: { state: true } };
  #stop = new AbortController();
  #key = newKey();
  #leaving = leaving(() => (this.running ? text.stop : undefined));

  constructor() {
    super();
    /** @type {import('./importing.js').Progress | undefined} what would happen */
    this.plan = undefined;
    /** @type {import('./importing.js').Progress | undefined} */
    this.progress = undefined;
    this.message = '';
    this.running = false;
    this.reading = false;
  }

  createRenderRoot() {
    return this;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop.abort();
  }

  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector('dialog'));
  }

  open() {
    this.#empty();
    this.#dialog.showModal();
  }

  #empty() {
    this.plan = undefined;
    this.progress = undefined;
    this.message = '';
    /** @type {HTMLInputElement} */ (this.querySelector('input')).value = '';
  }

  get #step() {
    return this.progress ? 2 : this.plan ? 1 : 0;
  }

  /** @param {import('lit').PropertyValues} changed */
  update(changed) {
    keepFocus(this, () => super.update(changed), 'h2');
  }

  /** @param {import('lit').PropertyValues} changed */
  updated(changed) {
    if (changed.has('plan') || (changed.has('progress') && !changed.get('progress'))) this.querySelector('h2')?.focus();
  }

  render() {
    const step = this.#step;
    const steps = text.steps.map((name, i) => html`<li aria-current=${i === step ? 'step' : nothing}>${name}</li>`);
    return html`
      <dialog class="wide" aria-labelledby="import-title" data-unsaved=${this.running ? 'running' : nothing} @close=${this.#closed} @cancel=${this.#leaving.leave} @keydown=${this.#leaving.key}>
        <h2 id="import-title" tabindex="-1">${text.heading}</h2>
        <ol class="steps" aria-label=${text.stepsLabel}>${steps}</ol>
        <div class="form">
          <div class="field" ?hidden=${step > 0}>
            <label for="import-file">${text.file}</label>
            <input id="import-file" type="file" accept=".csv,.tsv,.txt,.json,.ndjson,.jsonl" aria-describedby="import-note" autofocus @change=${this.#choose}>
            <span id="import-note" class="hint">${text.fileHint}</span>
          </div>
          <p class="alert" role="alert">${this.message}</p>
          ${step === 2 ? this.#result() : this.#preview()}
        </div>
        <div class="row end">${this.#buttons(step)}</div>
      </dialog>`;
  }

  /** @param {number} step */
  #buttons(step) {
    const rows = this.plan?.file.rows ?? 0;
    const left = rows - (this.progress?.done ?? 0);
    const failed = !this.running && this.progress?.told.length;
    const import_ = html`
      <button class="button" type="button" aria-disabled=${!left || this.running} @click=${this.#start}>
        ${!left ? text.action : step === 2 && !this.running ? text.resume(left) : text.start(rows)}
      </button>`;
    return html`
      ${step === 1 ? html`<button class="button plain" type="button" @click=${this.#empty}>${text.back}</button>` : nothing}
      <button class="button quiet" type="button" @click=${this.#leave}>${this.running ? text.stop.action : text.close}</button>
      ${failed ? html`<button class="button quiet" type="button" @click=${this.#save}>${text.saveFailed(failed)}</button>` : nothing}
      ${step < 2 || left ? import_ : nothing}`;
  }

  async #leave() {
    if (!this.running) this.#dialog.close();
    else if (await confirmed(text.stop)) this.#stop.abort();
  }

  /** What happened. */
  #result() {
    const { done, file, told } = /** @type {import('./importing.js').Progress} */ (this.progress);
    const finished = !this.running;
    return html`
      <progress max=${file.rows} .value=${done} aria-label=${text.action}>${done}</progress>
      <p role="status">${finished ? text.result({ .../** @type {import('./importing.js').Progress} */ (this.progress), skipped: file.rows - done }) : text.progress(done, file.rows)}</p>
      ${finished && told.length ? html`${table(text.failedRows, text.error, told)}<p class="hint">${text.failedHint}</p>` : nothing}`;
  }

  /** What would happen. */
  #preview() {
    const { plan } = this;
    if (!plan) return html`<p role="status">${this.reading ? text.reading : nothing}</p>`;
    return html`
      <p role="status">${text.preview(plan.first ?? '', { ...plan, rows: plan.file.rows })}</p>
      <p class="hint">${text.read(this.#file?.name ?? '', plan.file)}</p>
      ${plan.told.length ? table(text.changes, text.change, plan.told) : nothing}`;
  }

  async #save() {
    const { plan, progress } = /** @type {{plan: import('./importing.js').Progress, progress: import('./importing.js').Progress}} */ (this);
    // An import that was stopped has not heard where the next row begins.
    await downloadFailedRows(/** @type {File} */ (this.#file), { ...progress, lines: plan.lines });
  }

  async #choose() {
    this.#stop.abort();
    this.progress = undefined;
    this.message = '';
    this.plan = undefined;
    this.#key = newKey();
    const file = this.#file;
    if (!file) return;
    this.reading = true;
    await this.#send(file, true);
    this.reading = false;
  }

  get #file() {
    return /** @type {HTMLInputElement} */ (this.querySelector('input')).files?.[0];
  }

  async #start() {
    const { plan, progress, running } = this;
    if (running || !plan || (progress?.done ?? 0) >= plan.file.rows) return;
    this.running = true;
    this.message = '';
    this.progress ??= { ...plan, done: 0, created: 0, changed: 0, unchanged: 0, failed: 0, lines: [], told: [] };
    await this.#send(/** @type {File} */ (this.#file), false);
    this.running = false;
  }

  /** @param {File} file @param {boolean} dryRun */
  async #send(file, dryRun) {
    this.#stop = new AbortController();
    const stop = this.#stop.signal;
    /** @type {import('./importing.js').Progress | undefined} */
    let heard;
    const tell = (/** @type {import('./importing.js').Progress} */ progress) => {
      heard = progress;
      // A file in parts has told of the rows of some of them.
      if (!dryRun && this.plan) this.progress = { ...progress, file: this.plan.file };
    };
    try {
      await send(file, { dryRun, key: this.#key, stop, tell });
      if (dryRun && !stop.aborted) this.plan = heard;
    } catch (failure) {
      if (!stop.aborted) this.message = failure instanceof Error ? failure.message : strings.calls.failed;
    }
  }

  #closed() {
    this.#stop.abort();
    const { created = 0, changed = 0 } = this.progress ?? {};
    if (created + changed) this.dispatchEvent(new CustomEvent('done', { detail: { said: text.done(created, changed) } }));
    this.#empty();
  }
}

/** @param {import('./importing.js').Row} row */
function why({ changes = {}, errors = {} }) {
  const changed = Object.entries(changes).map(([field, { from, to }]) => text.difference(field, from, to));
  const wrong = Object.entries(errors).map(([field, sentences]) => (field === 'row' ? '' : `${field}: `) + sentences.join(' '));
  return [changed.join('; '), wrong.join(' ')].filter(Boolean).join('; ');
}

/** @param {string} name @param {string} what @param {import('./importing.js').Row[]} rows */
function table(name, what, rows) {
  const line = (/** @type {import('./importing.js').Row} */ row) =>
    html`<tr><td class="number">${row.column ? `${row.line}:${row.column}` : row.line}</td><td dir="auto">${row.title}</td><td>${why(row)}</td></tr>`;
  return html`
    <div class="refused" tabindex="0" role="region" aria-label=${name}>
      <table><thead><tr><th scope="col" class="number">${text.line}</th><th scope="col">${strings.products.title}</th><th scope="col">${what}</th></tr></thead>
      <tbody>${rows.slice(0, SHOWN).map(line)}</tbody></table>
    </div>`;
}

customElements.define('import-dialog', ImportDialog);
