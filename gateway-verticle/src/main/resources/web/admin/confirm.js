// @ts-check
import { html, nothing } from 'lit';
import { strings } from './strings.js';
import { above, closed } from './above.js';

/** @typedef {{heading: string, text: string, action: string, alert?: string}} Question */

/** Asks above everything else; the focus is on Cancel, and goes back to where it was. @param {Question} question @returns {Promise<boolean>} */
export function confirmed({ heading, text, action, alert }) {
  const dialog = above(
    html`
      <h2 id="confirm-heading">${heading}</h2>
      ${alert ? html`<p class="alert" role="alert">${alert}</p>` : nothing}
      <p id="confirm-text">${text}</p>
      <form class="row end" method="dialog">
        <button class="button quiet" value="" autofocus>${strings.common.cancel}</button>
        <button class="button danger" value="yes">${action}</button>
      </form>`,
    { role: 'alertdialog', 'aria-labelledby': 'confirm-heading', 'aria-describedby': 'confirm-text' },
  );
  return closed(dialog, () => dialog.returnValue === 'yes');
}

/**
 * Listeners of a dialog that may hold something not saved. The key is kept from the browser too: it lets a page keep a dialog open
 * against Escape once, then closes it without asking.
 *
 * @param {() => Question | undefined} unsaved what to ask before it is closed
 */
export function leaving(unsaved) {
  const leave = async (/** @type {Event} */ event) => {
    // A choice of a file that is cancelled tells the dialog around it too.
    if (event.type === 'cancel' && event.target !== event.currentTarget) return;
    event.preventDefault();
    const dialog = /** @type {HTMLElement} */ (event.currentTarget).closest('dialog');
    const question = unsaved();
    if (!question || (await confirmed(question))) dialog?.close();
  };
  return { leave, key: (/** @type {KeyboardEvent} */ event) => (event.key === 'Escape' && !event.isComposing ? leave(event) : undefined) };
}

/** @param {boolean} changed */
export const typed = (changed) => (changed ? strings.admin.discard : undefined);
