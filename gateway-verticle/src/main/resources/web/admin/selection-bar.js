// @ts-check
import { html, nothing } from 'lit';
import { strings } from './strings.js';
import './export-button.js';

const text = strings.products;

/**
 * What can be done with the products that are selected.
 *
 * @typedef {import('./catalogue.js').Product} Product
 * @param {{products: Product[], remove: (products: Product[]) => void, clear: () => void}} shown
 */
export function selectionBar({ products, remove, clear }) {
  const buttons = () => html`
    <button class="button quiet small" type="button" @click=${() => remove(products)}>${text.deleteSelected(products.length)}</button>
    <button class="button plain small" type="button" @click=${clear}>${text.clearSelection}</button>
    <export-button .ids=${products.map(({ id }) => id)}></export-button>`;
  return html`
    <div class="selection row" role="group" aria-label=${text.selection}>
      <span role="status">${products.length ? text.selected(products.length) : nothing}</span>
      ${products.length ? buttons() : nothing}
    </div>`;
}
