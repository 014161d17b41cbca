// @ts-check
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../icons.js';
import { day } from '../numbers.js';
import '../product-picture.js';
import { strings } from './strings.js';
import './live-count.js';
import { columnOf, turned } from './spot.js';

const text = strings.products;

/**
 * @typedef {import('./catalogue.js').Product} Product
 * @typedef {object} Shown
 * @property {Product[]} [products] none yet
 * @property {Product} [saved] marked; above the others when its place in the order is on another page
 * @property {ReadonlySet<number>} selected
 * @property {string} q what was looked for
 * @property {string} sort
 * @property {boolean} busy
 * @property {(sort: string) => void} order
 * @property {(selected: Set<number>) => void} select
 * @property {(id: number) => void} edit
 * @property {(id: number) => void} remove
 */

/** @param {Shown} shown */
export function productTable(shown) {
  const { products = [], saved, q, busy } = shown;
  const apart = saved && !products.some(({ id }) => id === saved.id) ? [saved] : [];
  if (shown.products && !products.length && !apart.length) return html`<p class="notice">${q ? strings.list.noResults(q.trim()) : strings.list.empty}</p>`;
  return html`
    <div class="sheet" aria-busy=${busy}>
      <table>
        <caption class="visually-hidden">${strings.common.products}</caption>
        <thead><tr>
          <th scope="col" class="fit">${selectAll(shown)}</th>
          ${head(shown, 'id', text.id, 'number late fit')}
          <th scope="col" class="later fit">${text.image}</th>
          ${head(shown, 'title', text.title)}
          ${head(shown, 'likes', text.likes, 'number fit')}
          ${head(shown, 'createdAt', text.added, 'late')}
          <th scope="col" class="fit"><span class="visually-hidden">${strings.admin.actions}</span></th>
        </tr></thead>
        <tbody>
          ${repeat([...apart, ...products], ({ id }) => id, (product) => row(shown, product, apart.includes(product)))}
        </tbody>
      </table>
    </div>`;
}

/** @param {Shown} shown @param {import('./spot.js').Column} column @param {string} name */
function head({ sort, order }, column, name, kind = '') {
  const direction = columnOf(sort) !== column ? 'none' : sort === column ? 'ascending' : 'descending';
  return html`
    <th scope="col" class=${kind} aria-sort=${direction}>
      <button class="sort" type="button" @click=${() => order(turned(column, sort))}>${name}${icon('chevron')}</button>
    </th>`;
}

/** @param {Shown} shown */
function selectAll({ products = [], selected, select }) {
  const all = products.length > 0 && products.every(({ id }) => selected.has(id));
  const change = () => select(new Set(all ? [] : products.map(({ id }) => id)));
  return html`<input type="checkbox" aria-label=${text.selectAll} ?disabled=${!products.length} .checked=${all} .indeterminate=${!all && selected.size > 0} @change=${change}>`;
}

/** @param {Shown} shown @param {Product} product @param {boolean} isApart */
function row({ saved, selected, select, edit, remove }, { id, title, image, createdAt }, isApart) {
  const change = () => select(new Set(selected.has(id) ? [...selected].filter((other) => other !== id) : [...selected, id]));
  return html`
    <tr data-product=${id} aria-current=${id === saved?.id ? 'true' : nothing}>
      <td>${isApart ? nothing : html`<input type="checkbox" aria-label=${text.selectTitle(title)} .checked=${selected.has(id)} @change=${change}>`}</td>
      <td class="number late">${id}</td>
      <td class="later"><product-picture .src=${image}></product-picture></td>
      <th scope="row"><a dir="auto" href="/products/${id}">${title}</a>${isApart ? html`<br><small>${text.elsewhere}</small>` : nothing}</th>
      <td class="number"><live-count .product=${id}></live-count></td>
      <td class="late nowrap">${day(createdAt)}</td>
      <td><div class="row">
        <button class="button plain icon-only" type="button" title=${text.edit} aria-label=${text.editTitle(title)} @click=${() => edit(id)}>${icon('pen')}</button>
        <button class="button plain icon-only" type="button" title=${strings.common.delete} aria-label=${text.deleteTitle(title)} @click=${() => remove(id)}>${icon('bin')}</button>
      </div></td>
    </tr>`;
}
