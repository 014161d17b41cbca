// @ts-check
/** Where one is in the table of products: `trail` are the cursors of the pages before. @typedef {{q: string, sort: string, after: string, trail: string[]}} Spot */

/** What the address bar says. @returns {Spot} */
export function spot() {
  const asked = new URLSearchParams(location.search);
  const sort = asked.get('sort') ?? '';
  return {
    q: asked.get('q') ?? '',
    sort: ['-likes', 'title', '-createdAt'].includes(sort) ? sort : 'id',
    after: asked.get('after') ?? '',
    trail: history.state?.trail ?? [],
  };
}

/** @param {Spot} wanted */
export function address({ q, sort, after }) {
  const asked = new URLSearchParams();
  if (q) asked.set('q', q);
  if (sort !== 'id') asked.set('sort', sort);
  if (after) asked.set('after', after);
  return asked.size ? `/admin?${asked}` : '/admin';
}
