// @ts-check
import { page } from './catalogue.js';

/** @typedef {import('./spot.js').Spot} Spot */
/** @typedef {import('./catalogue.js').Page} Page */

export const LIMIT = 25;
const LARGEST = 500;

/** Pages by their numbers. Where one begins is known from the one before it; else the rows before it are counted. */
export class ProductPages {
  #of = '';
  /** @type {(string | undefined)[]} */
  #begins = [];

  /** @param {Spot} wanted @param {string} [seen] ETag of what is shown @returns {Promise<Page | undefined>} nothing when it is still the same */
  async read({ q, sort, page: number }, seen) {
    const of = JSON.stringify([q, sort]);
    if (of !== this.#of) [this.#of, this.#begins] = [of, ['']];
    const begins = this.#begins;
    let after = begins[number - 1];
    if (after === undefined) {
      const before = await behind({ q, sort }, (number - 1) * LIMIT);
      if (!before.after) return { ...before, products: [] };
      after = begins[number - 1] = before.after;
    }
    const found = await page({ q, sort, after, limit: LIMIT, seen });
    if (found) begins[number] = found.after || undefined;
    return found;
  }
}

/** @param {{q: string, sort: string}} wanted @param {number} rows @returns {Promise<Page>} the one that ends behind so many rows */
async function behind(wanted, rows) {
  let after = '';
  for (let left = rows; ; left -= LARGEST) {
    const found = /** @type {Page} */ (await page({ ...wanted, after, limit: Math.min(left, LARGEST) }));
    if (left <= LARGEST || !found.after) return found;
    after = found.after;
  }
}
