// @ts-check
/** Who is signed in. The access token lives in this page's memory alone; a cookie that no script sees gets the next one. */
import { bearers, call, CallFailed } from './http.js';
import { recall, remember } from './storage.js';

const KEY = 'likewire.signed-in';
/** In the place of a name: the other pages tell an end from a sign-out. */
const ENDED = '';
const EARLY_MS = 30_000;
const OVERLOADED = '/problems/overloaded';
const MOST_TRIES = 5;
const PAUSE_MS = 1_000;

/** @typedef {{id: number, username: string, role: 'user' | 'admin'}} Account */

/** Fires `change` when somebody else is signed in than before, or nobody any more. */
class Session extends EventTarget {
  /** @type {Account | undefined} */
  account;
  /** Whether nobody is signed in because a session ended, without anybody signing out. */
  ended = false;
  /** @type {string | undefined} */
  #token;
  #expiresAt = 0;
  /** The name of an account that was made or may have been: the answer was lost. */
  #made = '';
  /** Whether the password may have been changed: the answer was lost. */
  #changed = false;
  /** @type {Promise<string | undefined> | undefined} one renewal for all who ask meanwhile */
  #renewal;

  constructor() {
    super();
    bearers.account = { token: () => this.#current(), renew: () => this.#renew() };
    addEventListener('storage', ({ key }) => key === KEY && this.#otherTab());
    // A page that was put aside heard nothing of what other pages did.
    addEventListener('pageshow', ({ persisted }) => persisted && this.#otherTab());
    /** When it is known whether somebody is signed in. */
    this.ready = this.#renew().catch(() => {});
  }

  get isAdmin() {
    return this.account?.role === 'admin';
  }

  /** @param {string} username @param {string} password @throws {CallFailed} */
  async signIn(username, password) {
    const body = { username, password };
    const { json } = await inLine(() => call('POST', '/api/auth/login', { open: true, body }));
    await this.#take(json);
  }

  /** @param {string} username @param {string} password @throws {CallFailed} */
  async register(username, password) {
    const body = { username, password };
    const made = inLine(() => call('POST', '/api/auth/register', { open: true, body }));
    const refusal = await made.then(() => undefined, (failure) => failure);
    if (!refusal || refusal.lost) this.#made = username;
    if (this.#made !== username) throw refusal;
    // Whoever can sign in with it has made it.
    await this.signIn(username, password).catch((failure) => {
      throw refusal ?? failure;
    });
  }

  /** @param {string} password the one until now @param {string} newPassword @returns {Promise<boolean>} whether the first one was right @throws {CallFailed} */
  async changePassword(password, newPassword) {
    const headers = { Authorization: `Bearer ${await this.#current()}` };
    const body = { password, newPassword };
    const { username = '' } = this.account ?? {};
    try {
      const { json } = await inLine(() => call('POST', '/api/auth/password', { open: true, headers, body }));
      await this.#take(json);
      this.#changed = false;
      return true;
    } catch (failure) {
      this.#changed ||= failure instanceof CallFailed && failure.lost;
      // Whoever can sign in with the new one has it.
      if (this.#changed && (await this.signIn(username, newPassword).then(() => true, () => false))) {
        this.#changed = false;
        return true;
      }
      // Sent twice, a wrong one would use up two attempts.
      if (failure instanceof CallFailed && failure.status === 401 && (await this.#renew())) return false;
      throw failure;
    }
  }

  /** Whether anybody may make an account. */
  async isSignUpOpen() {
    return (await inLine(() => call('GET', '/api/auth/register', { open: true }))).json.open;
  }

  async signOut() {
    await call('POST', '/api/auth/logout', { open: true });
    this.#forget(null);
  }

  async #current() {
    if (!recall(KEY) && !this.#token) return undefined;
    return this.#token && Date.now() < this.#expiresAt - EARLY_MS ? this.#token : this.#renew();
  }

  async #renew() {
    if (!recall(KEY)) return undefined;
    this.#renewal ??= inTurn(() => this.#refresh()).finally(() => (this.#renewal = undefined));
    return this.#renewal;
  }

  /** @returns {Promise<string | undefined>} */
  async #refresh() {
    try {
      const { json } = await call('POST', '/api/auth/refresh', { open: true });
      await this.#take(json);
      return this.#token;
    } catch (failure) {
      if (!(failure instanceof CallFailed) || failure.status !== 401) throw failure;
      this.#forget(ENDED);
      return undefined;
    }
  }

  /** @param {{accessToken: string, expiresIn: number}} answer */
  async #take({ accessToken, expiresIn }) {
    const headers = { Authorization: `Bearer ${accessToken}` };
    const { json } = await call('GET', '/api/auth/me', { open: true, headers });
    this.#token = accessToken;
    this.ended = false;
    this.#expiresAt = Date.now() + expiresIn * 1_000;
    remember(KEY, json.username);
    this.#become(json);
  }

  /** @param {typeof ENDED | null} mark null after signing out */
  #forget(mark) {
    this.#token = undefined;
    remember(KEY, mark);
    this.ended = mark === ENDED;
    this.#become(undefined);
  }

  /** @param {Account | undefined} account */
  #become(account) {
    const changed = account?.id !== this.account?.id || account?.role !== this.account?.role;
    this.account = account;
    if (changed) this.dispatchEvent(new Event('change'));
  }

  #otherTab() {
    this.#token = undefined;
    this.ended = recall(KEY) === ENDED;
    if (!recall(KEY)) this.#become(undefined);
    else void this.#renew().catch(() => {});
  }
}

/**
 * Passwords take time to check, so few are let in at once: who was turned away at the door comes again, a few times.
 *
 * @template T
 * @param {() => Promise<T>} ask
 */
async function inLine(ask) {
  for (let asked = 1; ; asked++) {
    try {
      return await ask();
    } catch (failure) {
      const turnedAway = failure instanceof CallFailed && failure.problem.type === OVERLOADED;
      if (!turnedAway || asked === MOST_TRIES) throw failure;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * (0.5 + Math.random())));
    }
  }
}

/** Each cookie is good once: two tabs must not show the same one. @param {() => Promise<string | undefined>} act */
async function inTurn(act) {
  return navigator.locks ? navigator.locks.request('likewire.refresh', act) : act();
}

export const session = new Session();
