// @ts-check
/** Every text that scripts show, by page; a function where a number or a name is put in. A translation replaces this file and admin/strings.js. */
import { whole } from './numbers.js';

/** @param {number} count @param {string} one @param {string} more */
export const counted = (count, one, more) => `${whole(count)} ${count === 1 ? one : more}`;
const likes = (/** @type {number} */ count) => counted(count, 'like', 'likes');
export const products = (/** @type {number} */ count) => counted(count, 'product', 'products');

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
    undo: 'Undo',
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
    /** `readable`: the count as it is written on the button */
    label: (/** @type {string} */ name, /** @type {number} */ count, /** @type {string} */ readable) =>
      `${name ? `Like ${name}` : 'Like'}, ${readable} ${count === 1 ? 'like' : 'likes'}`,
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
    elsewhere: 'Saved. Its place in this order is on another page.',
    selectAll: 'Select all on this page',
    selectTitle: (/** @type {string} */ title) => `Select ${title}`,
    selection: 'Selected products',
    selected: (/** @type {number} */ count) => `${whole(count)} selected`,
    clearSelection: 'Clear selection',
    deleteSelected: (/** @type {number} */ count) => `Delete ${whole(count)}`,
    deleteManyHeading: (/** @type {number} */ count) => `Delete ${products(count)}?`,
    deleteManyText: (/** @type {number} */ count, /** @type {number} */ sum) => `${products(count)} and their ${likes(sum)} will be permanently deleted.`,
    deletedMany: (/** @type {number} */ count) => `${products(count)} deleted`,
    notDeleted: (/** @type {string[]} */ titles, /** @type {string} */ why) => `Not deleted: ${titles.join(', ')}. ${why}`,
    deleteHeading: 'Delete this product?',
    deleteText: (/** @type {string} */ title, /** @type {number} */ count) => `“${title}” and its ${likes(count)} will be permanently deleted.`,
    deleteChanged: 'Someone else changed this product. Delete it anyway?',
    conflict: 'This product has changed',
    conflictText: (/** @type {string} */ time) => `Someone else saved changes at ${time}. Choose a version.`,
    currentVersion: 'Current version',
    yourVersion: 'Your version',
    discardMine: 'Discard my changes',
    overwrite: 'Overwrite',
    /** `count`: 0 for all */
    exportAs: (/** @type {'csv' | 'json'} */ format, /** @type {number} */ count) => `Export ${count ? `${whole(count)} as ` : ''}${format.toUpperCase()}`,
    exporting: 'Exporting…',
    exported: (/** @type {number} */ count) => `${products(count)} exported`,
    exportFailed: 'Export failed. Try again.',
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
};
