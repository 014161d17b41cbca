// @ts-check
import { call, CallFailed } from '../http.js';
import { strings } from '../strings.js';
import { changes, createAll, draftOf, read, replace } from './catalogue.js';

const text = strings.import;

/** @typedef {import('./catalogue.js').Draft} Draft */
/** @typedef {import('../api.js').Product} Product */
/** @typedef {{row: number, title: string, why: string}} Refused */
/** @typedef {{row: number, kind: 'new' | 'changed' | 'unchanged' | 'wrong', draft: Draft, product?: Product, why: string}} Step what is to be done with a row */
/** @typedef {{done: number, made: number, changed: number, unchanged: number, refused: Refused[]}} Progress */
/** @typedef {{progress: Progress, key: string, tell: (progress: Progress) => void, stop: AbortSignal}} Run goes on where `progress` stands */

/** So many of the longest products are less than the 1 MB that a request may have. */
const AT_ONCE = 80;
const TRIES = 4;
const WAIT_MS = 1_500;

/** What each row would do; nothing is written. @param {import('./rows.js').Row[]} rows @returns {Promise<Step[]>} @throws {CallFailed} */
export async function plan(rows) {
  const ids = [...new Set(rows.map(({ id }) => id).filter(isId))];
  /** @type {Map<string, Product>} */
  const known = new Map();
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const { json } = await call('GET', `/api/products?ids=${ids.slice(from, from + AT_ONCE).join()}`, { open: true });
    for (const product of json) known.set(String(product.id), product);
  }
  const seen = new Set();
  return rows.map(({ id, ...row }, i) => {
    const step = { row: i + 1, draft: draftOf(row), why: '' };
    if (!id) return { ...step, kind: 'new' };
    const product = known.get(id);
    if (!product) return { ...step, kind: 'wrong', why: text.notFound(id) };
    if (seen.has(id)) return { ...step, kind: 'wrong', why: text.duplicate(id) };
    seen.add(id);
    return { ...step, kind: isSame(product, step.draft) ? 'unchanged' : 'changed', product };
  });
}

/** @param {string} id */
const isId = (id) => /^[1-9][0-9]{0,14}$/.test(id);

/** @param {Product} product @param {Draft} draft */
const isSame = (product, draft) => !changes(draft, product).length;

/**
 * Takes the steps in pieces. Whatever is sent again after an answer got lost has its effect once.
 *
 * @param {Step[]} steps @param {Run} run
 * @throws {CallFailed} when a piece fails for good; what `tell` has heard of is done
 */
export async function importAll(steps, { progress, key, tell, stop }) {
  while (progress.done < steps.length && !stop.aborted) {
    const piece = pieceFrom(steps, progress.done);
    if (piece[0].kind === 'new') await make(piece, `${key}-${progress.done}`, progress);
    else for (const step of piece) await settle(step, progress);
    progress.done += piece.length;
    tell(progress);
  }
}

/** What follows each other and is of one kind goes together; changes go one by one. @param {Step[]} steps @param {number} from */
function pieceFrom(steps, from) {
  const { kind } = steps[from];
  let to = from + 1;
  while (kind !== 'changed' && steps[to]?.kind === kind && to - from < AT_ONCE) to++;
  return steps.slice(from, to);
}

/** @param {Step[]} piece @param {string} key @param {Progress} progress */
async function make(piece, key, progress) {
  const outcomes = await insist(() => createAll(piece.map(({ draft }) => draft), key));
  outcomes.forEach(({ status, errors }, i) => {
    if (status === 201) progress.made++;
    else refuse(piece[i], sentence(errors), progress);
  });
}

/** @param {Step} step @param {Progress} progress */
async function settle(step, progress) {
  if (step.kind === 'wrong') refuse(step, step.why, progress);
  else if (step.kind === 'unchanged') progress.unchanged++;
  else await change(step, progress);
}

/** @param {Step} step @param {Progress} progress */
async function change({ row, draft, product, ...step }, progress) {
  const { id, version, likesVersion } = /** @type {Product} */ (product);
  try {
    await insist(() => replace(id, draft, `"${version}-${likesVersion}"`));
    progress.changed++;
  } catch (failure) {
    const why = failure instanceof CallFailed ? await reason(failure, id, draft) : undefined;
    if (why === undefined) throw failure;
    if (why) refuse({ row, draft, ...step }, why, progress);
    else progress.changed++;
  }
}

/** @param {CallFailed} failure @param {number} id @param {Draft} draft @returns {Promise<string | undefined>} empty where our own answer was lost; nothing for what ends the import */
async function reason({ status, errors, message }, id, draft) {
  if (status === 404) return text.notFound(id);
  if (status === 412) return isSame((await read(id)).product, draft) ? '' : text.conflict;
  return status === 400 || status === 422 ? sentence(errors) || message : undefined;
}

/** @param {Step} step @param {string} why @param {Progress} progress */
function refuse({ row, draft }, why, progress) {
  progress.refused.push({ row, title: draft.title, why });
}

/** @template T @param {() => Promise<T>} ask @returns {Promise<T>} */
async function insist(ask) {
  for (let tries = 1; ; tries++) {
    try {
      return await ask();
    } catch (failure) {
      if (tries === TRIES || !(failure instanceof CallFailed) || !failure.temporary) throw failure;
    }
    await new Promise((later) => setTimeout(later, tries * WAIT_MS));
  }
}

/** @param {Record<string, string[]>} [errors] */
function sentence(errors = {}) {
  return Object.entries(errors).map(([field, wrong]) => `${field}: ${wrong.join(' ')}`).join(' ');
}
