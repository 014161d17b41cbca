// @ts-check
/** The likes of this page: what is known, kept live for what is in view, changed by pressing. */
import * as api from './api.js';
import { Counts } from './counts.js';
import { home } from './http.js';
import { Live } from './live.js';
import { remember } from './storage.js';
import { Subscriptions } from './subscriptions.js';
import { forgetVisitor } from './visitor.js';

const DECIDED = `likewire.decided ${home.host}`;
const MAX_IDS = 100;
const GATHER_MS = 20;
const LONGEST_WAIT_MS = 15_000;

export const counts = new Counts();
export const live = new Live('/eventbus/websocket');
const subscriptions = new Subscriptions(live);
live.addEventListener('frame', (event) => {
  const { type, body } = /** @type {MessageEvent} */ (event).data;
  if (type === 'rec') counts.offer(body);
});

// Counts come over the socket; what this person likes, only from the tab where it was pressed.
addEventListener('storage', ({ key, newValue }) => {
  if (key !== DECIDED || !newValue) return;
  const { id, liked } = JSON.parse(newValue);
  counts.learnLiked(id, liked, counts.now());
});

/** @type {WeakMap<Element, {id: number, inView: boolean}>} */
const followers = new WeakMap();
const observer = new IntersectionObserver((changes) => {
  for (const { target, isIntersecting } of changes) see(target, isIntersecting);
});

/** @param {Element} element @param {boolean} inView */
function see(element, inView) {
  const follower = followers.get(element);
  if (!follower || follower.inView === inView) return;
  follower.inView = inView;
  if (inView) subscriptions.enter(follower.id);
  else subscriptions.leave(follower.id);
}

/** Keeps a product's count live while the element is in view. @param {Element} element @param {number} id */
export function follow(element, id) {
  unfollow(element);
  followers.set(element, { id, inView: false });
  observer.observe(element);
  wonder(id);
}

/** @param {Element} element */
export function unfollow(element) {
  observer.unobserve(element);
  see(element, false);
  followers.delete(element);
}

/** @type {Set<number>} */
const known = new Set();
/** @type {Set<number>} */
const wondered = new Set();
let gathering = 0;

/** A page of cards is one question. @param {number} id */
function wonder(id) {
  if (known.has(id)) return;
  known.add(id);
  wondered.add(id);
  gathering ||= setTimeout(() => {
    const ids = [...wondered];
    gathering = 0;
    wondered.clear();
    void learn(ids).catch(() => ids.forEach((some) => known.delete(some)));
  }, GATHER_MS);
}

/** Somebody else looks at the page now: what does he like? */
export function learnAfresh() {
  forgetVisitor();
  void learn([...known]).catch(() => {});
}

/** Asks for the true counts and for what this browser likes, until there is an answer. @param {number[]} ids */
async function learn(ids) {
  for (let from = 0; from < ids.length; from += MAX_IDS) await learnSome(ids.slice(from, from + MAX_IDS));
}

/** @param {number[]} ids */
async function learnSome(ids) {
  for (let wait = 1_000; ; wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
    const asked = counts.now();
    try {
      for (const like of await api.likesOf(ids)) {
        counts.offer(like);
        counts.learnLiked(like.productId, like.liked, asked);
      }
      return;
    } catch (failure) {
      if (!(failure instanceof api.CallFailed) || !failure.temporary) throw failure;
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

/** @type {Map<number, boolean>} product -> what the last press wants, while a call is under way */
const wanted = new Map();

/** Likes or unlikes: shown at once, taken back if the server refuses. @param {number} id @throws {api.CallFailed} */
export async function toggle(id) {
  const liked = !counts.shown(id).liked;
  const underWay = wanted.has(id);
  wanted.set(id, liked);
  counts.guess(id, liked);
  if (!underWay) await bringAbout(id);
}

/** One call at a time for a product; presses meanwhile only change what is wanted. @param {number} id */
async function bringAbout(id) {
  let asked;
  try {
    do {
      asked = wanted.get(id);
      const answer = await (asked ? api.like(id) : api.unlike(id));
      counts.decide(id, answer);
      remember(DECIDED, JSON.stringify({ id, liked: answer.liked, at: Date.now() }));
    } while (wanted.get(id) !== asked);
  } catch (failure) {
    void learn([id]).catch(() => {});
    throw failure;
  } finally {
    wanted.delete(id);
    counts.settle(id);
  }
}
