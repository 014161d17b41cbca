// @ts-check
/** What administrators do to products. */
import { call, CallFailed, nextPage } from '../http.js';
import { strings } from './strings.js';

/** @typedef {import('../api.js').Product} Product */
/** @typedef {{title: string, image: string, description?: string}} Draft what has no description keeps the one that is there */
/** @typedef {{product: Product, tag: string}} Tagged a product, and what proves that one has seen this version of it */

/** @typedef {{products: Product[], after: string, total: number, exact: boolean, tag?: string}} Page `after` is empty on the last one */

const NOT_MODIFIED = 304;
export const FIELDS = /** @type {const} */ (['title', 'image', 'description']);

/** Of a product or a row only what can be written. @param {Draft} from @returns {Draft} */
export const draftOf = ({ title, image, description }) => ({ title, image, description });

/** What the draft would change. @param {Draft} draft @param {Draft} [product] */
export const changes = (draft, product) => FIELDS.filter((field) => draft[field] !== undefined && draft[field] !== product?.[field]);

/**
 * @param {{q: string, sort: string, after: string, limit: number, seen?: string}} wanted `seen`: the ETag of what is there already
 * @returns {Promise<Page | undefined>} nothing when that is still the same
 */
export async function page({ q, sort, after, limit, seen }) {
  const asked = new URLSearchParams({ limit: String(limit), sort, total: 'true' });
  if (q) asked.set('q', q);
  if (after) asked.set('after', after);
  const headers = seen ? { 'If-None-Match': seen } : undefined;
  try {
    return pageOf(await call('GET', `/api/products?${asked}`, { open: true, headers }));
  } catch (failure) {
    if (failure instanceof CallFailed && failure.status === NOT_MODIFIED) return undefined;
    throw failure;
  }
}

/** @param {import('../http.js').Answer} answer @returns {Page} */
function pageOf({ json, headers }) {
  return {
    products: json,
    after: nextPage(headers)?.searchParams.get('after') ?? '',
    total: Number(headers.get('Total-Count')),
    exact: headers.get('Total-Count-Exact') !== 'false',
    tag: headers.get('ETag') ?? undefined,
  };
}

/** With their descriptions. @param {number[]} ids at most 100 @returns {Promise<Product[]>} */
export async function chosen(ids) {
  return (await call('GET', `/api/products?ids=${ids}`, { open: true })).json;
}

/** @param {number} id @returns {Promise<Tagged>} */
export async function read(id) {
  const { json } = await call('GET', `/api/products/${id}`, { open: true, headers: { 'Cache-Control': 'no-cache' } });
  return { product: json, tag: tagOf(json) };
}

/** Not the ETag that came: a proxy that compresses makes a weak one of it, which no change can name. @param {Product} product */
export const tagOf = ({ version, likesVersion }) => `"${version}-${likesVersion}"`;

/** @param {Draft} draft @param {string} idempotencyKey @returns {Promise<Product>} */
export async function create(draft, idempotencyKey) {
  return (await call('POST', '/api/products', { body: draft, headers: { 'Idempotency-Key': idempotencyKey } })).json;
}

/** @param {number} id @param {Draft} draft @param {string} tag @returns {Promise<Product>} */
export async function replace(id, draft, tag) {
  return (await call('PUT', `/api/products/${id}`, { body: draft, headers: { 'If-Match': tag } })).json;
}

/** Goes on when the page is left. @param {number} id @param {string} tag */
export async function remove(id, tag) {
  await call('DELETE', `/api/products/${id}`, { headers: { 'If-Match': tag }, keepalive: true });
}

/** An idempotency key: what is sent again with it, after a lost answer, has its effect once. */
export function newKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** For people, where the same is asked again by itself. @param {unknown} failure */
export const retrying = (failure) => (failure instanceof CallFailed && failure.status > 0 ? failure.message : strings.common.retrying);

/** For people. @param {unknown} failure */
export function sentence(failure) {
  if (!(failure instanceof CallFailed)) return strings.calls.failed;
  return failure.status === 404 ? strings.products.gone : (failure.errors.q?.join(' ') ?? failure.message);
}
