// @ts-check
/** What the server takes at once. */
const LARGEST = 8 * 1024 * 1024;
const [LINE_FEED, RETURN, QUOTE] = [10, 13, 34];
const NAMES = /^(?!\uFEFF?"?sep=)[^]*[a-z]/i;

/** @typedef {{content: Blob, linesBefore: number, type: string}} Part `linesBefore`: what is added to a line of the part for that of the file */

/**
 * A file as the server takes it. One JSON object a line, and CSV in UTF-8, may be larger than one request; each part of CSV
 * begins with the names of the columns. Rows are read by the server alone: CSV is divided where a line ends behind an even
 * number of quotes, and when that is within a quoted text, the server refuses the part before.
 *
 * @param {File} file @returns {Promise<Part[]>} none for a file that is too large and cannot be divided
 */
export async function parts(file) {
  if (file.size <= LARGEST) return [{ content: file, linesBefore: 0, type: 'application/octet-stream' }];
  const bytes = new Uint8Array(await file.arrayBuffer());
  const start = new TextDecoder().decode(bytes.subarray(0, 1024)).split(/\s*[\r\n]\s*/).filter(Boolean);
  const isArray = start[0]?.startsWith('[');
  // A first line that is broken says nothing about the others.
  const isJson = !isArray && start.slice(0, 2).some((line) => line.startsWith('{'));
  const head = isJson ? 0 : isArray || !isUtf8(bytes) ? bytes.length : headOf(bytes);
  /** @type {Part[]} */
  const all = [];
  let linesBefore = 0;
  for (let from = head; from < bytes.length; ) {
    const { to, lines } = end(bytes, from, LARGEST - head, isJson);
    if (to - from > LARGEST - head) return [];
    const rows = bytes.subarray(from, to);
    const content = new Blob([bytes.subarray(0, head), rows]);
    if (!isBlank(rows, isJson)) all.push({ content, linesBefore, type: isJson ? 'application/x-ndjson' : 'application/octet-stream' });
    linesBefore += lines;
    from = to;
  }
  return all;
}

/** @param {Uint8Array} bytes */
function isUtf8(bytes) {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** @param {Uint8Array} bytes @param {number} at */
const endsLine = (bytes, at) => bytes[at] === LINE_FEED || (bytes[at] === RETURN && bytes[at + 1] !== LINE_FEED);

/** Behind the row with the names of the columns, which have letters. @param {Uint8Array} bytes */
function headOf(bytes) {
  let quotes = 0;
  let from = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === QUOTE) quotes++;
    if (!endsLine(bytes, i) || quotes % 2) continue;
    if (NAMES.test(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(from, i)))) return i + 1;
    from = i + 1;
  }
  return bytes.length;
}

/** Behind the last line that fits, and the lines up to there. @param {Uint8Array} bytes @param {number} from @param {number} room @param {boolean} isJson */
function end(bytes, from, room, isJson) {
  const isLast = bytes.length - from <= room;
  const last = { to: bytes.length, lines: 0 };
  let lines = 0;
  let quotes = 0;
  for (let i = from; !isLast && i < from + room; i++) {
    if (bytes[i] === QUOTE) quotes++;
    if (!endsLine(bytes, i)) continue;
    lines++;
    if (isJson || quotes % 2 === 0) Object.assign(last, { to: i + 1, lines });
  }
  return last;
}

/** @param {Uint8Array} rows @param {boolean} isJson */
function isBlank(rows, isJson) {
  const blank = new TextEncoder().encode(isJson ? ' \t\r\n' : ' \t\r\n,;"');
  return rows.every((byte) => blank.includes(byte));
}
