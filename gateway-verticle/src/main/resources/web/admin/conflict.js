// @ts-check
import { html, nothing } from 'lit';
import { minute } from '../numbers.js';
import { strings } from './strings.js';

const text = strings.products;

/** @typedef {import('./catalogue.js').Draft} Draft */

/** Both versions side by side; what differs from what one began with stands out. @param {Draft} before @param {import('../api.js').Product} theirs @param {Draft} mine */
export function conflict(before, theirs, mine) {
  const version = (/** @type {string} */ name, /** @type {Draft} */ { title, image, description = '' }) => html`
    <section aria-label=${name}>
      <h3>${name}</h3>
      <product-picture .src=${image} eager></product-picture>
      <p dir="auto" class=${title === before.title ? '' : 'changed'}>${title}</p>
      <small class=${image === before.image ? '' : 'changed'}>${image}</small>
      ${description ? html`<p dir="auto" class="description ${description === before.description ? '' : 'changed'}">${description}</p>` : nothing}
    </section>`;
  return html`
    <p role="alert">${text.conflictText(minute(theirs.updatedAt))}</p>
    <div class="versions">${version(text.currentVersion, theirs)}${version(text.yourVersion, mine)}</div>`;
}
