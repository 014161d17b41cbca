// @ts-check
/** @typedef {import('./live.js').Live} Live */

const MAX_SUBSCRIPTIONS = 50;
const GATHER_MS = 100;

/** Keeps the server's subscriptions to the products in view, and within what it allows a socket. */
export class Subscriptions {
  /** @type {Map<number, number>} product -> how many elements in view show it */
  #inView = new Map();
  /** @type {Set<number>} */
  #registered = new Set();
  #gathering = 0;

  /** @param {Live} live */
  constructor(live) {
    this.live = live;
    live.addEventListener('open', () => this.#afresh());
  }

  /** @param {number} id */
  enter(id) {
    this.#inView.set(id, (this.#inView.get(id) ?? 0) + 1);
    this.#gather();
  }

  /** @param {number} id */
  leave(id) {
    const others = (this.#inView.get(id) ?? 1) - 1;
    if (others > 0) this.#inView.set(id, others);
    else this.#inView.delete(id);
    this.#gather();
  }

  /** Scrolling past a hundred cards is not worth a hundred frames. */
  #gather() {
    this.#gathering ||= setTimeout(() => {
      this.#gathering = 0;
      this.#align();
    }, GATHER_MS);
  }

  #afresh() {
    this.#registered.clear();
    this.#align();
  }

  #align() {
    const due = new Set([...this.#inView.keys()].slice(0, MAX_SUBSCRIPTIONS));
    for (const id of this.#registered) if (!due.has(id)) this.#tell('unregister', id);
    for (const id of due) if (!this.#registered.has(id)) this.#tell('register', id);
  }

  /** @param {'register' | 'unregister'} type @param {number} id */
  #tell(type, id) {
    if (!this.live.send({ type, address: `likes.${id}` })) return;
    if (type === 'register') this.#registered.add(id);
    else this.#registered.delete(id);
  }
}
