// @ts-check
import { CallFailed, expired } from '../http.js';
import { strings } from './strings.js';
import { read, remove, sentence, tagOf } from './catalogue.js';
import { confirmed } from './confirm.js';
import { endToast, toast } from './toast.js';

/** @typedef {import('./catalogue.js').Product} Product */

const text = strings.products;

/** Deletes of products. Fires `undone` with their ids. The API deletes for good, so they are sent when the time for "Undo" is over, or the page is hidden or left. */
class Deletions extends EventTarget {
  /** @type {Set<number>} those that were sent, or will be */
  hidden = new Set();

  /** Asks first. Fires `change`, and `failed` with a sentence. @param {number} id @param {string} [alert] */
  async one(id, alert) {
    const { product } = await read(id);
    const question = { heading: text.deleteHeading, text: text.deleteText(product.title, product.likes), action: strings.common.delete, alert };
    if (await confirmed(question)) this.#hold([product], text.deleted(product.title));
  }

  /** @param {Product[]} products as they are shown */
  async several(products) {
    if (products.length === 1) return this.one(products[0].id);
    const likes = products.reduce((sum, product) => sum + product.likes, 0);
    const question = { heading: text.deleteManyHeading(products.length), text: text.deleteManyText(products.length, likes), action: strings.common.delete };
    if (await confirmed(question)) this.#hold(products, text.deletedMany(products.length));
  }

  /** @param {Product[]} products @param {string} said */
  #hold(products, said) {
    // A session that ends meanwhile is begun again before it is sent.
    expired.writes++;
    const end = (/** @type {() => unknown} */ what) => () => {
      what();
      expired.writes--;
    };
    toast(said, { action: strings.common.undo, act: end(() => this.#undo(products)), over: end(() => this.#send(products)) });
    for (const { id } of products) this.hidden.add(id);
    this.dispatchEvent(new Event('change'));
  }

  /** @param {Product[]} products */
  #undo(products) {
    this.#show(products);
    this.dispatchEvent(new CustomEvent('undone', { detail: products.map(({ id }) => id) }));
  }

  /** @param {Product[]} products */
  #show(products) {
    for (const { id } of products) this.hidden.delete(id);
    this.dispatchEvent(new Event('change'));
  }

  /** @param {Product[]} products */
  async #send(products) {
    const outcomes = await Promise.all(products.map((product) => remove(product.id, tagOf(product)).catch((failure) => failure)));
    const isRefused = (/** @type {unknown} */ outcome) => outcome !== undefined && !(outcome instanceof CallFailed && outcome.status === 404);
    const refused = products.filter((_, i) => isRefused(outcomes[i]));
    this.#show(refused);
    const failure = outcomes.find(isRefused);
    if (products.length === 1 && failure instanceof CallFailed && failure.status === 412) await this.one(products[0].id, text.deleteChanged).catch(() => {});
    else if (refused.length) this.dispatchEvent(new CustomEvent('failed', { detail: text.notDeleted(refused.map(({ title }) => title), sentence(failure)) }));
  }
}

export const deletions = new Deletions();
document.addEventListener('visibilitychange', () => document.hidden && endToast());
addEventListener('pagehide', endToast);
