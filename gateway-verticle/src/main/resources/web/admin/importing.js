// @ts-check
import { CallFailed } from '../http.js';
import { createAll } from './catalogue.js';

/** @typedef {{row: number, title: string, why: string}} Refused */
/** @typedef {{done: number, made: number, refused: Refused[]}} Progress */
/** @typedef {{progress: Progress, key: string, tell: (progress: Progress) => void, stop: AbortSignal}} Run goes on where `progress` stands */

const AT_ONCE = 100;
const TRIES = 4;
const WAIT_MS = 1_500;

/**
 * Sends rows in pieces. Whatever is sent again after an answer got lost is made once.
 *
 * @param {import('./catalogue.js').Draft[]} rows @param {Run} run
 * @throws {CallFailed} when a piece fails for good; what `tell` has heard of is done
 */
export async function importAll(rows, { progress, key, tell, stop }) {
  for (let from = progress.done; from < rows.length && !stop.aborted; from += AT_ONCE) {
    const piece = rows.slice(from, from + AT_ONCE);
    const outcomes = await insist(piece, `${key}-${from}`);
    outcomes.forEach(({ status, errors }, i) => {
      if (status === 201) progress.made++;
      else progress.refused.push({ row: from + i + 1, title: piece[i].title, why: sentence(errors) });
    });
    progress.done += piece.length;
    tell(progress);
  }
}

/** @param {import('./catalogue.js').Draft[]} piece @param {string} key */
async function insist(piece, key) {
  for (let tries = 1; ; tries++) {
    try {
      return await createAll(piece, key);
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
