// @ts-check
/**
 * What the pages ask the shop.
 *
 * @typedef {{id: number, title: string, image: string, likes: number, likesVersion: number, version: number,
 *   createdAt: string, updatedAt: string, description?: string}} Product pages of a list have no description
 * @typedef {{productId: number, likes: number, version: number, liked: boolean}} Like
 * @typedef {{liked: boolean, likes: number, likesVersion: number}} LikeAnswer
 * @typedef {{products: Product[], next: URL | undefined, total: number | undefined, exact: boolean}} ProductPage
 */
import { call, CallFailed, nextPage } from './http.js';
import { becomeSomebody } from './visitor.js';

export { CallFailed };

/** @param {URL | string} page @returns {Promise<ProductPage>} */
export async function products(page) {
  const { json, headers } = await call('GET', String(page), { open: true });
  const total = headers.get('Total-Count');
  return {
    products: json,
    next: nextPage(headers),
    total: total === null ? undefined : Number(total),
    exact: headers.get('Total-Count-Exact') !== 'false',
  };
}

/** @param {number} id @returns {Promise<Product>} */
export async function product(id) {
  return (await call('GET', `/api/products/${id}`, { open: true })).json;
}

/** @param {number[]} productIds at most 100 @returns {Promise<Like[]>} */
export async function likesOf(productIds) {
  return (await call('POST', '/api/likes/query', { body: { productIds }, reads: true })).json.likes;
}

/** What the caller likes. @param {URL | string} page @returns {Promise<{products: Product[], next: URL | undefined}>} */
export async function myLikes(page) {
  const { json, headers } = await call('GET', String(page));
  const ids = json.map((/** @type {Like} */ { productId }) => productId);
  const liked = ids.length ? (await products(`/api/products?ids=${ids}`)).products : [];
  return { products: liked, next: nextPage(headers) };
}

/** @param {number} id @returns {Promise<LikeAnswer>} */
export async function like(id) {
  await becomeSomebody();
  try {
    return (await call('POST', `/api/products/${id}/like`, { keepalive: true })).json;
  } catch (failure) {
    const problem = failure instanceof CallFailed && failure.problem;
    if (problem && String(problem.type).endsWith('already-liked')) return { ...problem, liked: true };
    throw failure;
  }
}

/** @param {number} id @returns {Promise<LikeAnswer>} */
export async function unlike(id) {
  return (await call('DELETE', `/api/products/${id}/like`, { keepalive: true })).json;
}
