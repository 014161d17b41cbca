// @ts-check
import { call, CallFailed } from '../http.js';
import { parts } from './file-parts.js';
import { readLines } from './lines.js';
import { strings } from './strings.js';

/** @typedef {{rows: number, format: string, encoding: string, separator?: string}} FileRead */
/** @typedef {{line: number, column?: number, outcome: 'created' | 'changed' | 'unchanged' | 'failed', title?: string, index: number, changes?: Record<string, {from: string, to: string}>, errors?: Record<string, string[]>}} Row */
/** @typedef {{file: FileRead, first?: string, done: number, created: number, changed: number, unchanged: number, failed: number, lines: number[], told: Row[]}} Progress `lines` are those where rows begin, `told` rows that somebody wants to see */
/** @typedef {import('./file-parts.js').Part} Part */
/** @typedef {{dryRun: boolean, key: string, stop: AbortSignal, tell: (progress: Progress) => void}} Run */

const TRIES = 4;
const WAIT_MS = 1_500;
const SILENCE_MS = 60_000;
const LINE = /^Line (\d+)/;

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
async function once(file, run) {
  /** @type {Progress} */
  const progress = { file: { rows: 0, format: '', encoding: '' }, done: 0, created: 0, changed: 0, unchanged: 0, failed: 0, lines: [], told: [] };
  const all = await parts(file);
  if (!all.length) throw new Error(strings.import.tooLarge);
  for (const part of all) await sendPart(part, { ...run, key: all.length > 1 ? `${run.key}-${part.linesBefore + 1}` : run.key }, progress);
}

/** @param {Part} part @param {Run} run @param {Progress} progress of all parts */
async function sendPart(part, { dryRun, key, stop, tell }, progress) {
  const silence = new AbortController();
  const leave = () => silence.abort();
  let timer = setTimeout(leave, SILENCE_MS);
  stop.addEventListener('abort', leave);
  let whole = false;
  try {
    const headers = { 'Idempotency-Key': key, 'Content-Type': part.type };
    const { response } = await call('POST', `/api/products/import?dryRun=${dryRun}`, { file: part.content, headers, signal: silence.signal });
    await readLines(response, (lines) => {
      clearTimeout(timer);
      timer = setTimeout(leave, SILENCE_MS);
      for (const line of lines) whole = take(JSON.parse(line), part, progress, dryRun) || whole;
      tell({ ...progress });
    });
  } catch (failure) {
    throw ofTheFile(failure instanceof CallFailed ? failure : new CallFailed(0, null), part);
  } finally {
    clearTimeout(timer);
    stop.removeEventListener('abort', leave);
  }
  if (!whole) throw new CallFailed(0, null);
}

/** The server counts the lines of what it was sent. @param {CallFailed} failure @param {Part} part */
function ofTheFile(failure, { linesBefore }) {
  failure.message = failure.message.replace(LINE, (said, line) => strings.import.lineOfFile(Number(line) + linesBefore));
  return failure;
}

/** @param {any} line @param {Part} part @param {Progress} progress @param {boolean} dryRun @returns {boolean} whether it is the last one */
function take(line, { linesBefore }, progress, dryRun) {
  if (line.problem) throw new CallFailed(line.problem.status, line.problem);
  if (line.file) progress.file = { ...line.file, rows: progress.file.rows + line.file.rows };
  else if (line.outcome) count({ ...line, line: line.line + linesBefore }, progress, dryRun);
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
