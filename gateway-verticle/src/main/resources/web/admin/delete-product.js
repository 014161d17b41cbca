// @ts-check
import { CallFailed } from '../http.js';
import { strings } from './strings.js';
import { read, remove } from './catalogue.js';
import { confirmed } from './confirm.js';

/** Asks, then deletes; asks again if somebody has changed it meanwhile. @param {number} id @returns {Promise<string>} a sentence, if something was deleted */
export async function deleteProduct(id) {
  for (let alert = ''; ; alert = strings.products.deleteChanged) {
    const { product, tag } = await read(id);
    const { title, likes } = product;
    const text = strings.products.deleteText(title, likes);
    if (!(await confirmed({ heading: strings.products.deleteHeading, text, action: strings.common.delete, alert }))) return '';
    try {
      await remove(id, tag);
      return strings.products.deleted(title);
    } catch (failure) {
      if (!(failure instanceof CallFailed) || failure.status !== 412) throw failure;
    }
  }
}
