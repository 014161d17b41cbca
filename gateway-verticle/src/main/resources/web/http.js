// @ts-check
/** Calls to the gateway that this file came from, be the page its own or one of another site. */
import { strings } from './strings.js';

const text = strings.calls;
const PATIENCE_MS = 10_000;
const MEDIA = 'application/json, application/problem+json';

export const home = new URL('/', import.meta.url);
/** Whether the page belongs to another site: then there are no cookies. */
export const embedded = home.origin !== location.origin;

/**
 * @typedef {object} Bearer
 * @property {() => Promise<string | undefined>} token
 * @property {() => Promise<string | undefined>} renew asked when a token was refused
 */

/** @type {Bearer} */
const nobody = { token: async () => undefined, renew: async () => undefined };

/** Whom calls are made for; whoever knows replaces these. Where neither has a token, cookies say who it is. */
export const bearers = { account: nobody, visitor: nobody };

/** For a page that asks for a new sign-in when a session has ended before a write: `signIn` answers with a token, unless it is cancelled. */
export const expired = { isKnown: () => false, signIn: async () => /** @type {string | undefined} */ (undefined), writes: 0 };

/** The account before the visitor. @returns {Promise<{token?: string, renew: Bearer['renew']}>} */
export async function bearer() {
  const { account, visitor } = bearers;
  const token = await account.token();
  return token ? { token, renew: account.renew } : { token: await visitor.token(), renew: visitor.renew };
}

/** A call that got no good answer; `status` is 0 when it got none at all. */
export class CallFailed extends Error {
  /** @param {number} status @param {any} problem RFC 9457 @param {number} [retryAfter] in seconds */
  constructor(status, problem, retryAfter = 0) {
    super(sentence(status, problem?.message, retryAfter));
    this.status = status;
    this.problem = problem ?? {};
  }

  /** Whether the same call may succeed in a moment. */
  get temporary() {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }

  /** Whether nobody knows what became of it. */
  get lost() {
    return this.status === 0 || this.status >= 500;
  }

  /** Sentences by field. @returns {Record<string, string[]>} */
  get errors() {
    return this.problem.errors ?? {};
  }
}

/** @param {number} status @param {string | undefined} message the server's @param {number} retryAfter */
function sentence(status, message, retryAfter) {
  if (status === 0) return text.unreachable;
  if (status >= 500 || !message) return text.failed;
  return status === 429 && retryAfter > 0 ? text.tooMany(message, retryAfter) : message;
}

/**
 * @typedef {object} Asked
 * @property {unknown} [body] sent as JSON
 * @property {Blob} [file] sent as it is; its answer is left to the caller
 * @property {AbortSignal} [signal] in the place of patience
 * @property {Record<string, string>} [headers]
 * @property {boolean} [open] the answer is the same for everybody: nobody is named
 * @property {boolean} [anonymous] without cookies: none goes out, and none comes in
 * @property {boolean} [reads] nothing is changed, whatever the method
 * @property {number} [patience] in milliseconds
 * @property {boolean} [keepalive] goes on when the page is left
 * @typedef {{json: any, headers: Headers, status: number, response: Response}} Answer
 */

/** @param {string} method @param {string} path @param {Asked} [asked] @returns {Promise<Answer>} @throws {CallFailed} */
export async function call(method, path, asked = {}) {
  if (asked.open) return send(method, path, asked);
  if (method === 'GET' || asked.reads) return callAs(method, path, asked);
  expired.writes++;
  try {
    // Where nobody's writes are taken too, this one would be nobody's.
    await bearers.account.token();
    if (expired.isKnown()) return await callAgain(method, path, asked);
    return await callAs(method, path, asked).catch((failure) => {
      if (isUnauthorized(failure) && expired.isKnown()) return callAgain(method, path, asked);
      throw failure;
    });
  } finally {
    expired.writes--;
  }
}

/** @param {string} method @param {string} path @param {Asked} asked @returns {Promise<Answer>} */
async function callAgain(method, path, asked) {
  const token = await expired.signIn();
  if (!token) throw new CallFailed(401, { message: text.expired });
  return send(method, path, asked, token);
}

/** @param {unknown} failure */
const isUnauthorized = (failure) => failure instanceof CallFailed && failure.status === 401;

/** @param {string} method @param {string} path @param {Asked} asked @returns {Promise<Answer>} */
async function callAs(method, path, asked) {
  const { token, renew } = await bearer();
  try {
    return await send(method, path, asked, token);
  } catch (failure) {
    const fresh = token && isUnauthorized(failure) && (await renew());
    if (!fresh) throw failure;
    return send(method, path, asked, fresh);
  }
}

/** @param {string} method @param {string} path @param {Asked} asked @param {string} [token] @returns {Promise<Answer>} */
async function send(method, path, { body, file, headers, keepalive, anonymous = embedded, patience = PATIENCE_MS, signal = AbortSignal.timeout(patience) }, token) {
  let response, json;
  try {
    response = await fetch(new URL(path, home), {
      method,
      headers: {
        Accept: MEDIA,
        ...(file ? { 'Content-Type': 'application/octet-stream' } : body !== undefined && { 'Content-Type': 'application/json' }),
        ...(token && { Authorization: `Bearer ${token}` }),
        ...headers,
      },
      body: file ?? (body === undefined ? undefined : JSON.stringify(body)),
      credentials: anonymous ? 'omit' : 'same-origin',
      signal,
      keepalive,
    });
    json = file && response.ok ? null : await response.json().catch(() => null);
  } catch {
    throw new CallFailed(0, null);
  }
  if (!response.ok) throw new CallFailed(response.status, json, Number(response.headers.get('Retry-After')));
  return { json, headers: response.headers, status: response.status, response };
}

/** @param {Headers} headers @returns {URL | undefined} the next page, if it is ours */
export function nextPage(headers) {
  const target = headers.get('Link')?.match(/<([^>]*)>\s*;[^,]*\brel="?next"?/)?.[1];
  const url = target && new URL(target, home);
  return url && url.origin === home.origin ? url : undefined;
}
