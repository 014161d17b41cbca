// @ts-check
/**
 * @typedef {{productId: number, likes: number, version: number}} Count
 * @typedef {{likes: number, liked: boolean}} Shown
 * @typedef {Shown & {version: number, decidedAt: number, guess?: Shown}} Entry
 */

/** What is known of likes. A count never gives way to an older version, whichever way that one came. */
export class Counts {
  /** @type {Map<number, Entry>} */
  #entries = new Map();
  /** @type {Map<number, Set<() => void>>} */
  #listeners = new Map();
  #clock = 0;

  /** @param {number} id @returns {Shown} the guess while a press is under way, else the truth */
  shown(id) {
    const entry = this.#entry(id);
    return entry.guess ?? entry;
  }

  /** @param {Count} count from a list, an answer or the socket */
  offer({ productId, likes, version }) {
    const entry = this.#entry(productId);
    if (version <= entry.version) return;
    entry.likes = likes;
    entry.version = version;
    this.#tell(productId);
  }

  /** A moment, to be handed to {@link learnLiked} with the answer of a question asked now. */
  now() {
    return ++this.#clock;
  }

  /** @param {number} id @param {boolean} liked @param {number} asked ignored if the person has decided since */
  learnLiked(id, liked, asked) {
    const entry = this.#entry(id);
    if (entry.decidedAt > asked) return;
    entry.liked = liked;
    this.#tell(id);
  }

  /** Shows what a press will lead to, before the server has said so. @param {number} id @param {boolean} liked */
  guess(id, liked) {
    const entry = this.#entry(id);
    const before = entry.guess ?? entry;
    entry.guess = { liked, likes: Math.max(0, before.likes + (liked ? 1 : -1)) };
    this.#tell(id);
  }

  /** @param {number} id @param {import('./api.js').LikeAnswer} answer to a press */
  decide(id, answer) {
    const entry = this.#entry(id);
    entry.liked = answer.liked;
    entry.decidedAt = this.now();
    if (answer.likesVersion > 0) this.offer({ productId: id, likes: answer.likes, version: answer.likesVersion });
  }

  /** Ends the guess, right or wrong. @param {number} id */
  settle(id) {
    this.#entry(id).guess = undefined;
    this.#tell(id);
  }

  /** @param {number} id @param {() => void} listener @returns {() => void} call it to stop */
  listen(id, listener) {
    const listeners = this.#listeners.get(id) ?? new Set();
    this.#listeners.set(id, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  /** @param {number} id @returns {Entry} */
  #entry(id) {
    let entry = this.#entries.get(id);
    if (!entry) {
      entry = { likes: 0, version: -1, liked: false, decidedAt: 0 };
      this.#entries.set(id, entry);
    }
    return entry;
  }

  /** @param {number} id */
  #tell(id) {
    this.#listeners.get(id)?.forEach((listener) => listener());
  }
}
