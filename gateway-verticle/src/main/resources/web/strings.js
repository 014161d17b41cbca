// @ts-check
/** Every text that scripts show, by page, but those of `admin/strings.js`; a function where a number or a name is put in. A translation replaces both files. */
import { whole } from './numbers.js';

/** @param {number} count @param {string} one @param {string} more */
export const counted = (count, one, more) => `${whole(count)} ${count === 1 ? one : more}`;

/** Signs of scripts that are read from the right, and those that turn what is around them. */
const TURNS = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** A text that somebody wrote, in a sentence: it has a direction of its own and turns nothing else. @param {string} text */
export const apart = (text) => (TURNS.test(text) ? `\u2068${text.replace(/[\u2066-\u2069]/g, '')}\u2069` : text);

/** @param {string} text */
export const quoted = (text) => `“${apart(text)}”`;

export const strings = {
  common: {
    name: 'Likewire',
    windowTitle: (/** @type {string} */ page) => `${apart(page)} · Likewire`,
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
      `${message}. Try again in ${seconds < 60 ? `${seconds} s` : counted(Math.ceil(seconds / 60), 'minute', 'minutes')}.`,
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
    menu: (/** @type {string} */ name) => `Account: ${apart(name)}`,
    likes: 'My likes',
    changePassword: 'Change password',
    admin: 'Admin',
    signOut: 'Sign out',
    signedOut: 'Signed out',
    expired: 'Your session has expired',
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

  likes: {
    heading: 'My likes',
    ofAccount: (/** @type {string} */ name) => `Products that ${apart(name)} likes.`,
    ofBrowser: 'Products liked in this browser. Sign in to keep them.',
    none: 'No likes yet',
  },

  password: {
    heading: 'Change password',
    signIn: 'Sign in to change your password.',
    current: 'Current password',
    next: 'New password',
    enterNew: 'Enter a new password',
    wrong: 'Incorrect password',
    changed: 'Password changed. Other devices are signed out.',
  },

  list: {
    lead: 'Likes update live.',
    sortBy: 'Sort by',
    sorts: { id: 'Default', '-likes': 'Most liked', '-createdAt': 'Newest', title: 'Title' },
    /** `more`: there are more than the count says */
    summary: (/** @type {number} */ count, /** @type {boolean} */ more, /** @type {string} */ q) => {
      const number = whole(count) + (more ? '+' : '');
      return q ? `${number} ${count === 1 ? 'result' : 'results'} for ${quoted(q)}` : `${number} ${count === 1 ? 'product' : 'products'}`;
    },
    failed: 'Couldn’t load products',
    empty: 'No products yet',
    add: 'Add products in Admin',
    noResults: (/** @type {string} */ q) => `No results for ${quoted(q)}`,
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
    picture: (/** @type {string} */ title) => `Picture of ${apart(title)}`,
    link: (/** @type {string} */ title) => `Link to ${apart(title)}`,
  },

  likeButton: {
    noProduct: 'like-button: the attribute "product" must be the ID of a product, such as product="7".',
    /** `readable`: the count as it is written on the button */
    label: (/** @type {string} */ name, /** @type {number} */ count, /** @type {string} */ readable) =>
      `${name ? `Like ${apart(name)}` : 'Like'}, ${readable} ${count === 1 ? 'like' : 'likes'}`,
  },

  embed: {
    copied: 'Code copied',
    copyFailed: 'Couldn’t copy. Select the code and copy it.',
    badId: 'Enter the ID of a product, such as 7',
    notFound: 'Product not found',
  },
};
