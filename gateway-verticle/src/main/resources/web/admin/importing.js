// @ts-check
import { call, CallFailed } from '../http.js';
import { readLines } from './lines.js';

/** @typedef {{rows: number, format: string, encoding: string, separator?: string}} FileRead */
/** @typedef {{line: number, column?: number, outcome: 'created' | 'changed' | 'unchanged' | 'failed', title?: string, index: number, changes?: Record<string, {from: string, to: string}>, errors?: Record<string, string[]>}} Row */
/** @typedef {{file: FileRead, first?: string, done: number, created: number, changed: number, unchanged: number, failed: number, lines: number[], told: Row[]}} Progress `lines` are those where rows begin, `told` rows that somebody wants to see */
/** @typedef {{dryRun: boolean, key: string, stop: AbortSignal, tell: (progress: Progress) => void}} Run */

export const LARGEST = 8 * 1024 * 1024;
const TRIES = 4;
const WAIT_MS = 1_500;
const SILENCE_MS = 60_000;

/**
 * Has the server read a file, and make what it says. What is sent again with the same key has its effect once.
 *
 * @param {File} file @param {Run} run
 * @throws {CallFailed} when it fails for good; the same call goes on
 */
export async function send(file, run) {
  for (let tries = 1; ; tries++) {
    try {
      return await once(file, run);
    } catch (failure) {
      if (tries === TRIES || !(failure instanceof CallFailed) || !failure.temporary) throw failure;
      if (!run.stop.aborted) await new Promise((later) => setTimeout(later, tries * WAIT_MS));
      if (run.stop.aborted) throw failure;
    }
  }
}

/** @param {File} file @param {Run} run */
async function once(file, { dryRun, key, stop, tell }) {
  const silence = new AbortController();
  const leave = () => silence.abort();
  let timer = setTimeout(leave, SILENCE_MS);
  stop.addEventListener('abort', leave);
  /** @type {Progress} */
  const progress = { file: { rows: 0, format: '', encoding: '' }, done: 0, created: 0, changed: 0, unchanged: 0, failed: 0, lines: [], told: [] };
  let whole = false;
  try {
    const headers = { 'Idempotency-Key': key };
    const { response } = await call('POST', `/api/products/import?dryRun=${dryRun}`, { file, headers, signal: silence.signal });
    await readLines(response, (lines) => {
      clearTimeout(timer);
      timer = setTimeout(leave, SILENCE_MS);
      for (const line of lines) whole = take(JSON.parse(line), progress, dryRun) || whole;
      tell({ ...progress });
    });
  } catch (failure) {
    throw failure instanceof CallFailed ? failure : new CallFailed(0, null);
  } finally {
    clearTimeout(timer);
    stop.removeEventListener('abort', leave);
  }
  if (!whole) throw new CallFailed(0, null);
}

/** @param {any} line @param {Progress} progress @param {boolean} dryRun @returns {boolean} whether it is the last one */
function take(line, progress, dryRun) {
  if (line.problem) throw new CallFailed(line.problem.status, line.problem);
  if (line.file) progress.file = line.file;
  else if (line.outcome) count(line, progress, dryRun);
  return Boolean(line.total);
}

/** @param {Row} row @param {Progress} progress @param {boolean} dryRun */
function count(row, progress, dryRun) {
  progress.first ??= row.title;
  row.index = progress.done++;
  progress.lines.push(row.line);
  progress[row.outcome]++;
  if (row.outcome === 'failed' || (dryRun && row.outcome === 'changed')) progress.told.push(row);
}
