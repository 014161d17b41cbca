// @ts-check
import { CallFailed } from '../http.js';
import { whole } from '../numbers.js';
import { read, remove } from './catalogue.js';
import { confirmed } from './confirm.js';

/** Asks, then deletes; asks again if somebody has changed it meanwhile. @param {number} id @returns {Promise<string>} a sentence, if something was deleted */
export async function deleteProduct(id) {
  for (let alert = ''; ; alert = 'Somebody has changed it meanwhile. Still delete it?') {
    const { product, tag } = await read(id);
    const text = `“${product.title}” and its ${whole(product.likes)} ${product.likes === 1 ? 'like' : 'likes'} will be permanently deleted.`;
    if (!(await confirmed({ heading: 'Delete this product?', text, action: 'Delete', alert }))) return '';
    try {
      await remove(id, tag);
      return `“${product.title}” is deleted.`;
    } catch (failure) {
      if (!(failure instanceof CallFailed) || failure.status !== 412) throw failure;
    }
  }
}
