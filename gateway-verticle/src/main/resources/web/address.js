// @ts-check
/**
 * What the address bar says is shown.
 *
 * @typedef {{q: string, sort: string, pages: number}} ListQuery
 * @typedef {{product: number | undefined, own: string | undefined, query: ListQuery}} Place `own`: a page about who is asking
 */

/** The first one is the default. */
export const SORTS = /** @type {const} */ (['id', '-likes', '-createdAt', 'title']);
const MOST_PAGES = 8;
const OWN = ['/likes', '/account'];
const PRODUCT = /^\/products\/([1-9]\d{0,15})$/;

/** @param {URL | Location} [url] @returns {Place} */
export function read(url = location) {
  const asked = new URLSearchParams(url.search);
  const sort = asked.get('sort') ?? '';
  const pages = Math.trunc(Number(asked.get('page'))) || 1;
  const product = url.pathname.match(PRODUCT)?.[1];
  return {
    product: product === undefined ? undefined : Number(product),
    own: OWN.find((path) => path === url.pathname),
    query: {
      q: (asked.get('q') ?? '').slice(0, 200),
      sort: SORTS.find((known) => known === sort) ?? SORTS[0],
      pages: Math.min(MOST_PAGES, Math.max(1, pages)),
    },
  };
}

/** @param {ListQuery} query @returns {string} */
export function listAddress({ q, sort, pages }) {
  const asked = new URLSearchParams();
  if (q) asked.set('q', q);
  if (sort !== SORTS[0]) asked.set('sort', sort);
  if (pages > 1) asked.set('page', String(pages));
  return asked.size ? `/?${asked}` : '/';
}

/** Whether following this link stays on these pages. @param {URL} url */
export const isOurs = (url) => url.origin === location.origin && !url.hash && (url.pathname === '/' || OWN.includes(url.pathname) || PRODUCT.test(url.pathname));
