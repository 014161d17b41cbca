// @ts-check
/** Texts that only the admin pages need, beside those of all pages. */
import { whole } from '../numbers.js';
import { counted, products, strings as common } from '../strings.js';

const messages = (/** @type {number} */ count) => counted(count, 'message', 'messages');

export const strings = {
  ...common,

  import: {
    action: 'Import',
    heading: 'Import products',
    stepsLabel: 'Steps',
    steps: ['File', 'Preview', 'Result'],
    reading: 'Reading the file…',
    back: 'Choose another file',
    file: 'File',
    fileHint: 'CSV with the columns title, image and, optionally, description; a JSON array; or one JSON object per line. Up to 8 MB. Rows with an id update that product.',
    tooLarge: 'This file is larger than 8 MB.',
    read: (/** @type {import('./importing.js').FileRead} */ { format, encoding, separator }) =>
      `Read as ${format.toUpperCase()}, ${encoding}${separator ? `, separated by ${{ ',': 'comma', ';': 'semicolon', '\t': 'tab' }[separator] ?? separator}` : ''}`,
    preview: (/** @type {string} */ first, /** @type {Record<'rows' | 'created' | 'changed' | 'unchanged' | 'failed', number>} */ count) =>
      `${counted(count.rows, 'row', 'rows')}, first “${first}”: ${whole(count.created)} new, ${whole(count.changed)} to update, ${whole(count.unchanged)} unchanged, ${whole(count.failed)} invalid`,
    changes: 'Changes and errors',
    change: 'Change',
    difference: (/** @type {string} */ field, /** @type {string} */ before, /** @type {string} */ after) => `${field}: “${before}” → “${after}”`,
    start: (/** @type {number} */ rows) => `Import ${whole(rows)}`,
    resume: (/** @type {number} */ rows) => `Import remaining ${whole(rows)}`,
    progress: (/** @type {number} */ done, /** @type {number} */ rows) => `${whole(done)} of ${whole(rows)}`,
    result: (/** @type {Record<'created' | 'changed' | 'unchanged' | 'failed' | 'skipped', number>} */ count) =>
      `${whole(count.created)} imported, ${whole(count.changed)} updated, ${whole(count.unchanged)} unchanged, ${whole(count.failed)} failed, ${whole(count.skipped)} skipped`,
    done: (/** @type {number} */ made, /** @type {number} */ changed) => `${products(made)} imported, ${products(changed)} updated`,
    failedRows: 'Failed rows',
    saveFailed: (/** @type {number} */ count) => `Download ${counted(count, 'failed row', 'failed rows')}`,
    failedHint: 'Download the failed rows, correct them, and import that file.',
    line: 'Line',
    error: 'Error',
    stop: { heading: 'Stop the import?', text: 'Rows imported so far are kept.', action: 'Stop' },
    close: 'Close',
  },

  operations: {
    delivery: 'Event delivery',
    outbox: (/** @type {string} */ service) => `Outbox: ${service}`,
    pending: 'Pending events',
    oldest: 'Oldest event',
    healthy: 'Healthy',
    ago: (/** @type {number} */ seconds) => `${whole(seconds)} s ago`,
    delayed: 'Delayed',
    queues: 'Queues',
    unreachable: 'Broker unreachable',
    attention: 'Needs attention',
    reconciliation: 'Reconciliation',
    inSync: 'In sync',
    repaired: 'Repaired',
    checked: 'Products checked',
    countsFixed: 'Counts fixed',
    replicasFixed: 'Replicas fixed',
    nodes: 'Nodes',
    nodesCaption: 'Nodes and their services',
    node: 'Node',
    service: 'Service',
    status: 'Status',
    checks: 'Checks',
    started: 'Started',
    silent: (/** @type {number} */ seconds) => `No heartbeat for ${seconds} s`,
    failing: (/** @type {string[]} */ checks) => `${checks.join(', ')} down`,
  },

  deadLetters: {
    parked: { heading: 'Dead-letter queue', text: 'Messages a consumer couldn’t process.' },
    unrouted: { heading: 'Unroutable messages', text: 'No queue is bound for their routing key.' },
    event: 'Event',
    message: 'message',
    error: 'Error',
    body: 'Body',
    bodyOf: (/** @type {string} */ type, /** @type {string} */ id) => `Body of ${type} ${id}`,
    unbound: 'No queue is bound for the routing key',
    first: (/** @type {number} */ shown, /** @type {number} */ all) => `First ${whole(shown)} of ${whole(all)}`,
    retry: 'Retry',
    retryAll: 'Retry all',
    deleteAll: 'Delete all',
    retryOne: (/** @type {string} */ type, /** @type {string} */ id) => `Retry ${type} ${id}`,
    deleteOne: (/** @type {string} */ type, /** @type {string} */ id) => `Delete ${type} ${id}`,
    retried: (/** @type {number} */ count) => `${messages(count)} retried`,
    deleted: (/** @type {number} */ count) => `${messages(count)} deleted`,
    retryHeading: (/** @type {number} */ count) => `Retry ${messages(count)}?`,
    retryText: 'Each message is sent again. Messages that fail again return to this list.',
    deleteHeading: (/** @type {number} */ count) => `Delete ${messages(count)}?`,
    deleteText: 'Deleted messages will not be processed.',
  },
};
