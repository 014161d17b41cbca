// @ts-check
/**
 * Anonymous people. A token says who it is: in this page's memory, and on pages of other sites in their storage too. The shop's
 * own pages have a cookie that outlives them; where the browser refuses it, the token is what there is.
 */
import { bearer, bearers, call, embedded, home } from './http.js';
import { recall, remember } from './storage.js';

const KEY = `likewire.visitor ${home.host}`;

let token = embedded ? (recall(KEY) ?? undefined) : undefined;
addEventListener('storage', ({ key, newValue }) => {
  if (embedded && key === KEY) token = newValue ?? undefined;
});
let renewed = false;
/** @type {Promise<unknown> | undefined} */
let introduction;

/** Once per page, also for two likes at the same moment. Whoever is known already stays who it is. */
export async function becomeSomebody() {
  const { token: known } = await bearer();
  if (known) return;
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
  token = undefined;
}

/** Two tabs are one person: the second one finds what the first one got, in the cookie or in the storage. */
async function introduce() {
  let asked = false;
  try {
    await navigator.locks.request(KEY, () => ((asked = true), ask()));
  } catch (failure) {
    // Without cookies there are no locks, and no other tab to agree with.
    if (asked) throw failure;
    await ask();
  }
}

async function ask() {
  const known = embedded ? recall(KEY) : null;
  if (known && known !== token) {
    token = known;
    return;
  }
  const { json } = await call('POST', '/api/visitors', { open: true });
  token = json.token;
  if (embedded) remember(KEY, json.token);
}

/** A token that the shop does not know any more; once per page, lest a refusal makes visitors without end. */
async function renew() {
  if (renewed) return undefined;
  renewed = true;
  await introduce();
  return token;
}

bearers.visitor = { token: async () => token, renew };
