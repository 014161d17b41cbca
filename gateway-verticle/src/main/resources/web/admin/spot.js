// @ts-check
/** Where one is in the table of products. @typedef {{q: string, sort: string, page: number}} Spot */

/** The columns, and the order that a first press wants. */
const FIRST = { id: 'id', title: 'title', likes: '-likes', createdAt: '-createdAt' };
const LAST_PAGE = 400;

/** @typedef {keyof typeof FIRST} Column */

/** @param {string} sort @returns {Column} */
export const columnOf = (sort) => /** @type {Column} */ (sort.replace('-', ''));

/** The order after a press on the head of a column: the other way round, if it is the order's already. @param {Column} column @param {string} sort */
export function turned(column, sort) {
  if (columnOf(sort) !== column) return FIRST[column];
  return sort === column ? `-${column}` : column;
}

/** What the address bar says. @returns {Spot} */
export function spot() {
  const asked = new URLSearchParams(location.search);
  const sort = asked.get('sort') ?? '';
  const page = Math.trunc(Number(asked.get('page'))) || 1;
  return {
    q: (asked.get('q') ?? '').slice(0, 200),
    sort: Object.hasOwn(FIRST, columnOf(sort)) ? sort : FIRST.id,
    page: Math.min(LAST_PAGE, Math.max(1, page)),
  };
}

/** @param {Spot} wanted */
export function address({ q, sort, page }) {
  const asked = new URLSearchParams();
  if (q) asked.set('q', q);
  if (sort !== FIRST.id) asked.set('sort', sort);
  if (page > 1) asked.set('page', String(page));
  return asked.size ? `/admin?${asked}` : '/admin';
}
