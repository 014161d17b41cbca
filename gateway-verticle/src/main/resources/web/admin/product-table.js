// @ts-check
import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../icons.js';
import { day } from '../numbers.js';
import '../product-picture.js';
import { strings } from './strings.js';
import './live-count.js';

const text = strings.products;

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
      <th scope="row"><a dir="auto" href="/products/${id}">${title}</a></th>
      <td class="number"><live-count .product=${id}></live-count></td>
      <td class="late nowrap">${day(createdAt)}</td>
      <td><div class="row">
        <button class="button plain icon-only" type="button" title=${text.edit} aria-label=${text.editTitle(title)} @click=${() => edit(id)}>${icon('pen')}</button>
        <button class="button plain icon-only" type="button" title=${strings.common.delete} aria-label=${text.deleteTitle(title)} @click=${() => remove(id)}>${icon('bin')}</button>
      </div></td>
    </tr>`;
  if (products && !products.length) return html`<p class="notice">${q ? strings.list.noResults(q.trim()) : strings.list.empty}</p>`;
  return html`
    <div class="sheet" aria-busy=${busy}>
      <table>
        <caption class="visually-hidden">${strings.common.products}</caption>
        <thead><tr>
          ${head('id', text.id, 'number late fit')}
          <th scope="col" class="later fit">${text.image}</th>
          ${head('title', text.title)}
          ${head('-likes', text.likes, 'number fit')}
          ${head('-createdAt', text.added, 'late')}
          <th scope="col" class="fit"><span class="visually-hidden">${strings.admin.actions}</span></th>
        </tr></thead>
        <tbody>${repeat(products ?? [], ({ id }) => id, row)}</tbody>
      </table>
    </div>`;
}
