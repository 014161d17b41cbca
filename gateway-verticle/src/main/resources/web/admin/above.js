// @ts-check
import { render } from 'lit';

/** Shows a dialog above whatever is open. @param {unknown} content @param {Record<string, string>} attributes */
export function above(content, attributes) {
  const dialog = document.createElement('dialog');
  for (const [name, value] of Object.entries(attributes)) dialog.setAttribute(name, value);
  render(content, dialog);
  document.body.append(dialog);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.showModal();
  return dialog;
}

/** @template T @param {HTMLDialogElement} dialog @param {() => T | Promise<T>} result @returns {Promise<T>} what there is once it is closed */
export const closed = (dialog, result) =>
  new Promise((resolve) => dialog.addEventListener('close', () => resolve(result())));
