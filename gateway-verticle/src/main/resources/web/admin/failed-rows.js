// @ts-check
import { MARK } from './csv.js';
import { download } from './download.js';

const LINE_END = /\r\n|\r|\n/g;

/** @typedef {import('./importing.js').Progress} Progress */

/** Saves the rows that failed as they were written, in UTF-8, to be corrected and imported again. @param {File} file @param {Progress} progress */
export async function downloadFailedRows(file, progress) {
  const text = new TextDecoder(progress.file.encoding).decode(await file.arrayBuffer());
  const content = progress.file.format === 'json' ? elements(text, progress) : rows(text, progress);
  const [, name, extension] = file.name.match(/^(.*?)(\.\w+)?$/) ?? [];
  download(`${name}-failed${extension ?? ''}`, file.type || 'text/plain', content);
}

/** Of an array. @param {string} text @param {Progress} progress */
function elements(text, { told }) {
  const all = JSON.parse(text);
  return JSON.stringify(told.map(({ index }) => all[index]), null, 1);
}

/** A row goes up to the line where the next one begins; before the first one there are the names of the columns. @param {string} text @param {Progress} progress */
function rows(text, { file, lines, told }) {
  const begins = [0, ...[...text.matchAll(LINE_END)].map((end) => end.index + end[0].length)];
  const part = (/** @type {number} */ from, /** @type {number | undefined} */ to) =>
    text.slice(begins[from - 1], to && begins[to - 1]).replace(/[\r\n]+$/, '') + '\r\n';
  const failed = told.map(({ index }) => part(lines[index], lines[index + 1]));
  return file.format === 'csv' ? MARK + part(1, lines[0]) + failed.join('') : failed.join('');
}
