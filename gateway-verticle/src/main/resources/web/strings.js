// @ts-check
/** Every text that scripts show, by page; a function where a number or a name is put in. A translation replaces this file. */
import { whole } from './numbers.js';

/** @param {number} count @param {string} one @param {string} more */
const counted = (count, one, more) => `${whole(count)} ${count === 1 ? one : more}`;
const likes = (/** @type {number} */ count) => counted(count, 'like', 'likes');
const messages = (/** @type {number} */ count) => counted(count, 'message', 'messages');
const products = (/** @type {number} */ count) => counted(count, 'product', 'products');

export const strings = {
  common: {
    name: 'Likewire',
    windowTitle: (/** @type {string} */ page) => `${page} · Likewire`,
    cancel: 'Cancel',
    delete: 'Delete',
    loading: 'Loading…',
    products: 'Products',
    save: 'Save',
    searchTitles: 'Search titles',
    showMore: 'Show more',
    tryAgain: 'Try again',
    retrying: 'Can’t reach the server. Retrying…',
  },

  calls: {
    unreachable: 'Can’t reach the server. Try again.',
    failed: 'Something went wrong. Try again.',
    expired: 'Your session has expired. Sign in to continue.',
    tooMany: (/** @type {string} */ message, /** @type {number} */ seconds) =>
      `${message}. Try again in ${seconds < 100 ? `${seconds} s` : counted(Math.ceil(seconds / 60), 'minute', 'minutes')}.`,
  },

  live: {
    live: 'Live',
    reconnecting: 'Reconnecting…',
    offline: 'Offline',
    outdated: 'Can’t reach the server. Likes may be out of date. Retrying…',
    outdatedOffline: 'You’re offline. Likes may be out of date.',
  },

  theme: { label: (/** @type {'system' | 'light' | 'dark'} */ theme) => `Theme: ${theme}` },

  account: {
    signIn: 'Sign in',
    signInToLike: 'Sign in to like',
    signOut: (/** @type {string} */ name) => `${name} · Sign out`,
    signedOut: 'Signed out',
    signOutFailed: 'Couldn’t sign out. Try again.',
    username: 'Username',
    password: 'Password',
    passwordHint: 'At least 8 characters, and not a common password',
    enterUsername: 'Enter your username',
    enterPassword: 'Enter your password',
    create: 'Create account',
    createInstead: 'Create an account',
    signInInstead: 'Sign in instead',
  },

  list: {
    lead: 'Likes update live.',
    sortBy: 'Sort by',
    sorts: { id: 'Default', '-likes': 'Most liked', '-createdAt': 'Newest', title: 'Title' },
    /** `more`: there are more than the count says */
    summary: (/** @type {number} */ count, /** @type {boolean} */ more, /** @type {string} */ q) => {
      const number = whole(count) + (more ? '+' : '');
      return q ? `${number} ${count === 1 ? 'result' : 'results'} for “${q}”` : `${number} ${count === 1 ? 'product' : 'products'}`;
    },
    failed: 'Couldn’t load products',
    empty: 'No products yet',
    add: 'Add products in Admin',
    noResults: (/** @type {string} */ q) => `No results for “${q}”`,
    noResultsHint: 'Check the spelling or try fewer words.',
    clear: 'Clear search',
  },

  product: {
    added: (/** @type {string} */ date) => `Added ${date}`,
    back: 'All products',
    seeAll: 'See all products',
    loading: 'Loading product…',
    notFound: 'Product not found',
    notFoundHint: 'It may have been deleted, or the link may be wrong.',
    failed: 'Couldn’t load product',
    share: 'Share',
    linkCopied: 'Link copied',
    link: (/** @type {string} */ title) => `Link to ${title}`,
  },

  likeButton: {
    noProduct: 'like-button: the attribute "product" must be the ID of a product, such as product="7".',
    /** `readable`: the count as it is written on the button */
    label: (/** @type {string} */ name, /** @type {number} */ count, /** @type {string} */ readable) =>
      `${name ? `Like ${name}` : 'Like'}, ${readable} ${count === 1 ? 'like' : 'likes'}`,
  },

  embed: {
    copied: 'Code copied',
    copyFailed: 'Couldn’t copy. Select the code and copy it.',
    badId: 'Enter the ID of a product, such as 7',
    notFound: 'Product not found',
  },

  admin: {
    heading: 'Admin',
    users: 'Users',
    operations: 'Operations',
    signIn: 'Sign in as an administrator.',
    notAdmin: (/** @type {string} */ name) => `${name} is not an administrator. Sign in with an administrator account.`,
    sessionExpired: 'Your session has expired',
    signInAgain: 'Sign in to continue. Your changes are still here.',
    discard: { heading: 'Discard changes?', text: 'Your changes are not saved.', action: 'Discard' },
    actions: 'Actions',
    pagination: 'Pages',
    previous: 'Previous',
    next: 'Next',
    range: (/** @type {number} */ from, /** @type {number} */ to, /** @type {number} */ total, /** @type {boolean} */ more) =>
      `${whole(from)}–${whole(to)} of ${whole(total)}${more ? '+' : ''}`,
  },

  products: {
    new: 'New product',
    edit: 'Edit',
    editProduct: 'Edit product',
    editTitle: (/** @type {string} */ title) => `Edit ${title}`,
    deleteTitle: (/** @type {string} */ title) => `Delete ${title}`,
    id: 'ID',
    image: 'Image',
    title: 'Title',
    likes: 'Likes',
    added: 'Added',
    titleHint: 'Up to 200 characters',
    description: 'Description',
    descriptionHint: 'Optional. Up to 2,000 characters of plain text',
    imageHint: 'https://… or a path such as /images/tea.svg',
    preview: 'Preview',
    create: 'Create product',
    created: (/** @type {string} */ title) => `Product created: ${title}`,
    saved: (/** @type {string} */ title) => `Product saved: ${title}`,
    deleted: (/** @type {string} */ title) => `Product deleted: ${title}`,
    gone: 'This product no longer exists.',
    deleteHeading: 'Delete this product?',
    deleteText: (/** @type {string} */ title, /** @type {number} */ count) => `“${title}” and its ${likes(count)} will be permanently deleted.`,
    deleteChanged: 'Someone else changed this product. Delete it anyway?',
    conflict: 'This product has changed',
    conflictText: (/** @type {string} */ time) => `Someone else saved changes at ${time}. Choose a version.`,
    currentVersion: 'Current version',
    yourVersion: 'Your version',
    discardMine: 'Discard my changes',
    overwrite: 'Overwrite',
    exportAs: (/** @type {'csv' | 'json'} */ format) => `Export ${format.toUpperCase()}`,
    exporting: 'Exporting…',
    exported: (/** @type {number} */ count) => `${products(count)} exported`,
    exportFailed: 'Export failed. Try again.',
  },

  import: {
    action: 'Import',
    heading: 'Import products',
    file: 'File',
    fileHint: 'CSV with the columns title, image and, optionally, description; a JSON array; or one JSON object per line. Up to 8 MB. Rows with an id update that product.',
    tooLarge: 'This file is larger than 8 MB.',
    read: (/** @type {import('./admin/importing.js').FileRead} */ { format, encoding, separator }) =>
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
    line: 'Line',
    error: 'Error',
    stop: { heading: 'Stop the import?', text: 'Rows imported so far are kept.', action: 'Stop' },
    close: 'Close',
  },

  users: {
    active: 'Active',
    created: 'Created',
    role: 'Role',
    user: 'User',
    administrator: 'Admin',
    you: 'you',
    roleOf: (/** @type {string} */ name) => `Role of ${name}`,
    activeOf: (/** @type {string} */ name) => `${name} is active`,
    notSaved: 'Not saved',
    cancelOf: (/** @type {string} */ name) => `Cancel changes to ${name}`,
    saveOf: (/** @type {string} */ name) => `Save ${name}`,
    cancelled: (/** @type {string} */ name) => `Changes to ${name} cancelled`,
    saved: (/** @type {string} */ name, /** @type {boolean} */ isAdmin, /** @type {boolean} */ isActive) =>
      `User saved: ${name}, ${isAdmin ? 'administrator' : 'user'}, ${isActive ? 'active' : 'not active'}`,
  },

  operations: {
    delivery: 'Event delivery',
    outbox: (/** @type {string} */ service) => `Outbox: ${service}`,
    pending: 'Pending events',
    oldest: 'Oldest event',
    healthy: 'Healthy',
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
