// @ts-check
import { html } from 'lit';

/** A line to type in, with what is wrong beside it. @param {{name: string, label: string, value: string, wrong?: string[], hint: string, change: (text: string) => void}} field */
export function textField({ name, label, value, wrong, hint, change }) {
  const type = (/** @type {InputEvent} */ { target }) => change(/** @type {HTMLInputElement} */ (target).value);
  return html`
    <div class="field">
      <label for="field-${name}">${label}</label>
      <input id="field-${name}" name=${name} autocomplete="off" .value=${value} aria-invalid=${Boolean(wrong)} aria-describedby="field-${name}-note" @input=${type}>
      <span id="field-${name}-note" class=${wrong ? 'wrong' : 'hint'}>${wrong?.join(' ') ?? hint}</span>
    </div>`;
}
