// @ts-check
import { LitElement, html } from 'lit';
import { home } from '../http.js';
import { icon } from '../icons.js';
import { chosen, FIELDS } from './catalogue.js';
import { toCsv } from './csv.js';
import { download } from './download.js';
import { readLines } from './lines.js';
import { strings } from './strings.js';
import { toast } from './toast.js';

const text = strings.products;
const COLUMNS = ['id', ...FIELDS, 'likes', 'createdAt', 'updatedAt'];
const TRIES = 5;

/** Saves all products in a file, or those with the ids. */
export class ExportButton extends LitElement {
  static properties = { ids: {}, said: { state: true }, busy: { state: true } };

  constructor() {
    super();
    /** @type {number[]} all, when there are none */
    this.ids = [];
    this.said = '';
    this.busy = false;
  }

  createRenderRoot() {
    return this;
  }

  render() {
    return html`
      <span class="row">
        <span class="visually-hidden" role="status">${this.said}</span>
        <button class="button quiet" type="button" aria-disabled=${this.busy} @click=${() => this.#save('csv')}>${icon('down')} ${text.exportAs('csv', this.ids.length)}</button>
        <button class="button quiet" type="button" aria-disabled=${this.busy} @click=${() => this.#save('json')}>${icon('down')} ${text.exportAs('json', this.ids.length)}</button>
      </span>`;
  }

  /** @param {'csv' | 'json'} kind */
  async #save(kind) {
    if (this.busy) return;
    this.busy = true;
    this.said = text.exporting;
    try {
      const products = this.ids.length ? await these(this.ids) : await all();
      const content = kind === 'csv' ? toCsv(products, COLUMNS) : JSON.stringify(products, null, 1);
      download(`products.${kind}`, kind === 'csv' ? 'text/csv' : 'application/json', content);
      this.said = text.exported(products.length);
    } catch {
      this.said = '';
      toast(text.exportFailed);
    } finally {
      this.busy = false;
    }
  }
}

/** @param {number[]} ids */
async function these(ids) {
  return (await chosen(ids)).map((product) => Object.fromEntries(Object.entries(product).filter(([column]) => COLUMNS.includes(column))));
}

/** One a line; where the stream is cut, the next one goes on behind the last whole line. @returns {Promise<any[]>} */
async function all() {
  /** @type {any[]} */
  const products = [];
  for (let tries = 1; ; tries++) {
    try {
      await stream(products.at(-1)?.id ?? 0, (line) => products.push(JSON.parse(line)));
      return products;
    } catch (failure) {
      if (tries === TRIES) throw failure;
    }
  }
}

/** @param {number} afterId @param {(line: string) => void} take */
async function stream(afterId, take) {
  const response = await fetch(new URL(`/api/products/export?afterId=${afterId}`, home));
  if (!response.ok) throw new Error(`Status ${response.status}`);
  await readLines(response, (lines) => lines.forEach(take));
}

customElements.define('export-button', ExportButton);
