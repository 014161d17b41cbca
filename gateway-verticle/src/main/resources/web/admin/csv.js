// @ts-check
/** Spreadsheets would run a text that begins so; `'` before it says that it is text, and one that is there already gets another. */
const FORMULA = /^'*[=+\-@\t\r]/;
/** Without it spreadsheets do not read UTF-8. */
export const MARK = '\uFEFF';

/** @param {Record<string, unknown>[]} products @param {string[]} columns */
export function toCsv(products, columns) {
  const line = (/** @type {unknown[]} */ values) => values.map((value) => quoted(String(value ?? ''))).join(',');
  return MARK + [line(columns), ...products.map((product) => line(columns.map((column) => product[column])))].join('\r\n') + '\r\n';
}

/** @param {string} text */
function quoted(text) {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
