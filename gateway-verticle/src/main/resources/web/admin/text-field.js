// @ts-check
import { html } from 'lit';

/** Where one types a text, with what is wrong beside it. @param {{name: string, label: string, value: string, wrong?: string[], hint: string, change: (text: string) => void, lines?: number}} field */
export function textField({ name, label, value, wrong, hint, change, lines = 1 }) {
  const type = (/** @type {InputEvent} */ { target }) => change(/** @type {HTMLInputElement | HTMLTextAreaElement} */ (target).value);
  // A browser shows where one types, of several lines not all.
  const show = (/** @type {Event} */ { target }) => /** @type {HTMLElement} */ (target).scrollIntoView({ block: 'nearest' });
  return html`
    <div class="field">
      <label for="field-${name}">${label}</label>
      ${lines === 1
        ? html`<input dir="auto" id="field-${name}" name=${name} autocomplete="off" .value=${value} aria-invalid=${Boolean(wrong)} aria-describedby="field-${name}-note" @input=${type}>`
        : html`<textarea dir="auto" id="field-${name}" name=${name} rows=${lines} .value=${value} aria-invalid=${Boolean(wrong)} aria-describedby="field-${name}-note" @input=${type} @focus=${show}></textarea>`}
      <span id="field-${name}-note" class=${wrong ? 'wrong' : 'hint'}>${wrong?.join(' ') ?? hint}</span>
    </div>`;
}
