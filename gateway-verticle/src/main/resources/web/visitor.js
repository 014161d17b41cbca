// @ts-check
/** Anonymous people. On the shop's own pages a cookie says who it is; on others a token, kept in the page's storage. */
import { bearer, call, embedded, home } from './http.js';
import { recall, remember } from './storage.js';

const KEY = `likewire.visitor ${home.host}`;

let token = embedded ? (recall(KEY) ?? undefined) : undefined;
let renewed = false;
/** @type {Promise<unknown> | undefined} */
let introduction;

/** Once per page, also for two likes at the same moment. Whoever is known already stays who it is. */
export async function becomeSomebody() {
  if (await bearer.token()) return;
  introduction ??= introduce();
  try {
    await introduction;
  } catch (failure) {
    introduction = undefined;
    throw failure;
  }
}

/** The next like is somebody else's. */
export function forgetVisitor() {
  introduction = undefined;
}

async function introduce() {
  const { json } = await call('POST', '/api/visitors', { open: embedded });
  if (!embedded) return;
  token = json.token;
  remember(KEY, json.token);
}

/** A token that the shop does not know any more; once per page, lest a refusal makes visitors without end. */
async function renew() {
  if (renewed) return undefined;
  renewed = true;
  await introduce();
  return token;
}

if (embedded) Object.assign(bearer, { token: async () => token, renew });
