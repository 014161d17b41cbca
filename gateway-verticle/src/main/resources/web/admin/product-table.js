// @ts-check
import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../icons.js';
import { day } from '../numbers.js';
import '../product-picture.js';
import './live-count.js';

/**
 * @typedef {object} Shown
 * @property {import('../api.js').Product[]} [products] none yet
 * @property {string} q what was looked for
 * @property {string} sort
 * @property {boolean} busy
 * @property {(sort: string) => void} order
 * @property {(id: number) => void} edit
 * @property {(id: number) => void} remove
 */

/** @param {Shown} shown */
export function productTable({ products, q, sort, busy, order, edit, remove }) {
  const head = (/** @type {string} */ by, /** @type {string} */ name, kind = '') => html`
    <th scope="col" class=${kind} aria-sort=${by !== sort ? 'none' : by.startsWith('-') ? 'descending' : 'ascending'}>
      <button class="sort" type="button" aria-pressed=${by === sort} @click=${() => order(by)}>${name}${icon('chevron')}</button>
    </th>`;
  const row = (/** @type {import('../api.js').Product} */ { id, title, image, createdAt }) => html`
    <tr data-product=${id}>
      <td class="number late">${id}</td>
      <td class="later"><product-picture .src=${image}></product-picture></td>
      <th scope="row"><a href="/products/${id}">${title}</a></th>
      <td class="number"><live-count .product=${id}></live-count></td>
      <td class="late nowrap">${day(createdAt)}</td>
      <td><div class="row">
        <button class="button plain icon-only" type="button" title="Edit" aria-label="Edit ${title}" @click=${() => edit(id)}>${icon('pen')}</button>
        <button class="button plain icon-only" type="button" title="Delete" aria-label="Delete ${title}" @click=${() => remove(id)}>${icon('bin')}</button>
      </div></td>
    </tr>`;
  if (products && !products.length) return html`<p class="notice">${q ? 'No product is called that.' : 'There is no product yet.'}</p>`;
  return html`
    <div class="sheet" aria-busy=${busy}>
      <table>
        <caption class="visually-hidden">Products</caption>
        <thead><tr>
          ${head('id', 'No.', 'number late fit')}
          <th scope="col" class="later fit">Picture</th>
          ${head('title', 'Title')}
          ${head('-likes', 'Likes', 'number fit')}
          ${head('-createdAt', 'Added', 'late')}
          <th scope="col" class="fit"><span class="visually-hidden">Actions</span></th>
        </tr></thead>
        <tbody>${repeat(products ?? [], ({ id }) => id, row)}</tbody>
      </table>
    </div>`;
}
