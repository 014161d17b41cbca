// @ts-check
/**
 * What a file with products contains.
 *
 * @typedef {import('./catalogue.js').Draft & {id: string}} Row `id` is empty for a new product
 */
import { strings } from '../strings.js';

const FIELD = /("(?:[^"]|"")*"|[^,;\t\r\n]*)(\r\n|\n|\r|[,;\t]|$)/y;
/** Spreadsheets would run a text that begins so; `'` before it says that it is text. */
const FORMULA = /^[=+\-@\t\r]/;

/** @param {string} name @param {string} text @returns {Row[]} @throws {Error} with a sentence for people */
export function parse(name, text) {
  const clean = text.replace(/^\uFEFF/, '');
  const rows = /\.csv$/i.test(name) || !/^\s*[[{]/.test(clean) ? fromCsv(clean) : fromJson(clean);
  if (!rows.length) throw new Error(strings.import.noProducts);
  return rows;
}

/** A JSON array, or one object a line. @param {string} text @returns {Row[]} */
function fromJson(text) {
  try {
    const rows = /^\s*\[/.test(text) ? JSON.parse(text) : text.split('\n').filter((line) => line.trim()).map((line) => JSON.parse(line));
    return rows.map((/** @type {any} */ row) => rowOf((name) => row?.[name]));
  } catch {
    throw new Error(strings.import.notJson);
  }
}

/** @param {string} text @returns {Row[]} */
function fromCsv(text) {
  const [head = [], ...rows] = table(text);
  const names = head.map((name) => name.trim().toLowerCase());
  const missing = ['title', 'image'].filter((name) => !names.includes(name));
  if (missing.length) throw new Error(strings.import.missingColumns(missing));
  return rows.map((row) => rowOf((name) => (names.includes(name) ? unguarded(row[names.indexOf(name)] ?? '') : undefined)));
}

/** @param {(name: string) => unknown} value nothing where the file has no such field @returns {Row} */
function rowOf(value) {
  const text = (/** @type {string} */ name) => String(value(name) ?? '');
  return { id: text('id').trim(), title: text('title'), image: text('image'), description: value('description') === undefined ? undefined : text('description') };
}

/** @param {string} text @returns {string[][]} lines without any text are left out */
function table(text) {
  /** @type {string[][]} */
  const lines = [[]];
  FIELD.lastIndex = 0;
  while (FIELD.lastIndex < text.length) {
    const [, field, end] = FIELD.exec(text) ?? [];
    if (field === undefined) throw new Error(strings.import.unexpectedQuote(lines.length));
    lines[lines.length - 1].push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
    if (/^[\r\n]/.test(end)) lines.push([]);
  }
  return lines.filter((line) => line.some((field) => field.trim()));
}

/** @param {Record<string, unknown>[]} products @param {string[]} columns */
export function toCsv(products, columns) {
  const line = (/** @type {unknown[]} */ values) => values.map((value) => quoted(String(value ?? ''))).join(',');
  return [line(columns), ...products.map((product) => line(columns.map((column) => product[column])))].join('\r\n') + '\r\n';
}

/** @param {string} text */
function quoted(text) {
  const safe = FORMULA.test(text) || /^'[=+\-@]/.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @param {string} text */
const unguarded = (text) => (/^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text);
