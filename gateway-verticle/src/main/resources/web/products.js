// @ts-check
import * as api from './api.js';
import { counts } from './likes.js';
import { strings } from './strings.js';

const PAGE = 60;
const MOST = 500;
const HEAL_MS = 5_000;
const AWAY = strings.common.retrying;
const TOO_SLOW = '/problems/search-too-slow';

/** The products of a list, as far as they are loaded. */
export class Products {
  /** @type {api.Product[]} */
  list = [];
  loading = false;
  /** What went wrong, as a sentence; empty when nothing did. */
  failed = '';
  /** What a search needs, as a sentence; empty when it has it. */
  needs = '';
  /** Whether the list is still that of the question before. */
  stale = false;
  /** What was found, as a sentence. */
  summary = '';
  /** @type {URL | undefined} */
  #next;
  /** @type {import('./address.js').ListQuery | undefined} */
  #query;
  #question = 0;
  #healing = 0;

  /** @param {() => void} tell that something is new */
  constructor(tell) {
    this.tell = tell;
  }

  /** Whether there are more than these. */
  get more() {
    return this.#next !== undefined;
  }

  /** @param {import('./address.js').ListQuery} query */
  show(query) {
    this.#query = query;
    void this.again();
  }

  /** Asks afresh. @param {boolean} [quietly] what went wrong before stays in sight until it is right again */
  async again(quietly = false) {
    const { q, sort, pages } = /** @type {import('./address.js').ListQuery} */ (this.#query);
    const asked = new URLSearchParams({ limit: String(Math.min(MOST, pages * PAGE)), sort, total: 'true' });
    if (q) asked.set('q', q);
    this.stale = this.list.length > 0;
    const page = await this.#ask(`/api/products?${asked}`, quietly);
    if (!page) return this.#heal();
    this.#replace(page, q);
    this.tell();
  }

  #heal() {
    clearTimeout(this.#healing);
    if (this.failed === AWAY) this.#healing = setTimeout(() => this.failed && void this.again(true), HEAL_MS);
  }

  /** @param {api.ProductPage} page @param {string} q */
  #replace({ products, total, exact }, q) {
    this.list = products;
    this.stale = false;
    const count = total === undefined ? products.length : total;
    this.summary = count === 0 ? '' : strings.list.summary(count, !exact, q.trim());
  }

  /** @returns {Promise<api.Product | undefined>} the first one that was not there before */
  async showMore() {
    const url = /** @type {URL} */ (this.#next);
    url.searchParams.set('limit', String(PAGE));
    url.searchParams.delete('total');
    const page = await this.#ask(url);
    if (!page) return undefined;
    const known = new Set(this.list.map(({ id }) => id));
    const fresh = page.products.filter(({ id }) => !known.has(id));
    this.list = [...this.list, ...fresh];
    this.tell();
    return fresh[0];
  }

  /** @param {string | URL} url @param {boolean} [quietly] @returns {Promise<api.ProductPage | undefined>} nothing when it failed, or came too late */
  async #ask(url, quietly = false) {
    const question = ++this.#question;
    this.loading = true;
    if (!quietly) this.failed = this.needs = '';
    this.tell();
    try {
      const page = await api.products(url);
      if (question !== this.#question) return undefined;
      for (const { id, likes, likesVersion } of page.products) counts.offer({ productId: id, likes, version: likesVersion });
      this.#next = page.next;
      this.loading = false;
      this.failed = '';
      return page;
    } catch (failure) {
      if (question !== this.#question) return undefined;
      this.loading = false;
      this.failed = sentence(failure);
      this.needs = failure instanceof api.CallFailed ? (failure.errors.q?.join(' ') ?? '') : '';
      this.tell();
      return undefined;
    }
  }
}

/** @param {unknown} failure */
function sentence(failure) {
  if (!(failure instanceof api.CallFailed)) return AWAY;
  if (failure.problem.type === TOO_SLOW) return failure.problem.message;
  if (failure.temporary) return AWAY;
  return failure.message;
}
