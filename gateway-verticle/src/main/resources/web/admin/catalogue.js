// @ts-check
/** What administrators do to products. */
import { call, CallFailed, nextPage } from '../http.js';
import { strings } from './strings.js';

/** @typedef {import('../api.js').Product} Product */
/** @typedef {{title: string, image: string, description?: string}} Draft what has no description keeps the one that is there */
/** @typedef {{product: Product, tag: string}} Tagged a product, and what proves that one has seen this version of it */

export const FIELDS = /** @type {const} */ (['title', 'image', 'description']);

/** Of a product or a row only what can be written. @param {Draft} from @returns {Draft} */
export const draftOf = ({ title, image, description }) => ({ title, image, description });

/** What the draft would change. @param {Draft} draft @param {Draft} [product] */
export const changes = (draft, product) => FIELDS.filter((field) => draft[field] !== undefined && draft[field] !== product?.[field]);

/** @param {{q: string, sort: string, after: string, limit: number}} wanted */
export async function page({ q, sort, after, limit }) {
  const asked = new URLSearchParams({ limit: String(limit), sort, total: 'true' });
  if (q) asked.set('q', q);
  if (after) asked.set('after', after);
  const { json, headers } = await call('GET', `/api/products?${asked}`, { open: true });
  return {
    products: /** @type {Product[]} */ (json),
    after: nextPage(headers)?.searchParams.get('after') ?? '',
    total: Number(headers.get('Total-Count')),
    exact: headers.get('Total-Count-Exact') !== 'false',
  };
}

/** @param {number} id @returns {Promise<Tagged>} */
export async function read(id) {
  const { json } = await call('GET', `/api/products/${id}`, { open: true, headers: { 'Cache-Control': 'no-cache' } });
  // Not the ETag that came: a proxy that compresses makes a weak one of it, which no change can name.
  return { product: json, tag: `"${json.version}-${json.likesVersion}"` };
}

/** @param {Draft} draft @param {string} idempotencyKey @returns {Promise<Product>} */
export async function create(draft, idempotencyKey) {
  return (await call('POST', '/api/products', { body: draft, headers: { 'Idempotency-Key': idempotencyKey } })).json;
}

/** @param {number} id @param {Draft} draft @param {string} tag @returns {Promise<Product>} */
export async function replace(id, draft, tag) {
  return (await call('PUT', `/api/products/${id}`, { body: draft, headers: { 'If-Match': tag } })).json;
}

/** @param {number} id @param {string} tag */
export async function remove(id, tag) {
  await call('DELETE', `/api/products/${id}`, { headers: { 'If-Match': tag } });
}

/** One key for each content: what is sent again unchanged, after a lost answer, has its effect once. @returns {(content: unknown) => string} */
export function keyring() {
  let [key, last] = ['', ''];
  return (content) => {
    const text = JSON.stringify(content);
    if (text !== last) [key, last] = [random(), text];
    return key;
  };
}

function random() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** For people. @param {unknown} failure */
export function sentence(failure) {
  if (!(failure instanceof CallFailed)) return strings.calls.failed;
  return failure.status === 404 ? strings.products.gone : failure.message;
}
