// @ts-check
/**
 * The REST calls that the pages make.
 *
 * @typedef {{id: number, title: string, image: string, likes: number, likesVersion: number}} Product
 * @typedef {{productId: number, likes: number, version: number, liked: boolean}} Like
 * @typedef {{liked: boolean, likes: number, likesVersion: number}} LikeAnswer
 */

const PATIENCE_MS = 10_000;
const OFFLINE = 'No connection. Please try again.';
const TROUBLE = 'That did not work. Please try again.';

/** A call that got no good answer; `status` is 0 when it got none at all. */
export class CallFailed extends Error {
  /** @param {number} status @param {any} problem RFC 9457 */
  constructor(status, problem) {
    super(status === 0 ? OFFLINE : (status < 500 && problem?.message) || TROUBLE);
    this.status = status;
    this.problem = problem ?? {};
  }

  /** Whether the same call may succeed in a moment. */
  get temporary() {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** @param {string} method @param {string} url @param {object} [body] @returns {Promise<{json: any, headers: Headers}>} */
async function call(method, url, body) {
  const headers = { Accept: 'application/json, application/problem+json', ...(body && { 'Content-Type': 'application/json' }) };
  const signal = AbortSignal.timeout(PATIENCE_MS);
  let response, json;
  try {
    response = await fetch(url, { method, headers, body: body && JSON.stringify(body), signal });
    json = await response.json().catch(() => null);
  } catch {
    throw new CallFailed(0, null);
  }
  if (!response.ok) throw new CallFailed(response.status, json);
  return { json, headers: response.headers };
}

/** @param {string | null} link the Link header @returns {string | undefined} the next page, if it is ours */
function nextPage(link) {
  const target = link?.match(/<([^>]*)>\s*;[^,]*\brel="?next"?/)?.[1];
  const url = target && new URL(target, location.href);
  return url && url.origin === location.origin ? url.href : undefined;
}

/** @param {string} [page] @returns {Promise<{products: Product[], next: string | undefined}>} */
export async function products(page = '/api/products?limit=100') {
  const { json, headers } = await call('GET', page);
  return { products: json, next: nextPage(headers.get('Link')) };
}

/** @param {number[]} productIds at most 100 @returns {Promise<Like[]>} */
export async function likesOf(productIds) {
  return (await call('POST', '/api/likes/query', { productIds })).json.likes;
}

/** @param {number} id @returns {Promise<LikeAnswer>} */
export async function like(id) {
  await becomeVisitor();
  try {
    return (await call('POST', `/api/products/${id}/like`)).json;
  } catch (failure) {
    const problem = failure instanceof CallFailed && failure.problem;
    if (problem && String(problem.type).endsWith('already-liked')) return { ...problem, liked: true };
    throw failure;
  }
}

/** @param {number} id @returns {Promise<LikeAnswer>} */
export async function unlike(id) {
  return (await call('DELETE', `/api/products/${id}/like`)).json;
}

/** @type {Promise<unknown> | undefined} */
let visitor;

/** Once per page, also for two likes at the same moment. Whoever is known already stays the same visitor. */
async function becomeVisitor() {
  visitor ??= call('POST', '/api/visitors');
  try {
    await visitor;
  } catch (failure) {
    visitor = undefined;
    throw failure;
  }
}
