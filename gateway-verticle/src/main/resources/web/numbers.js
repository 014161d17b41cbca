// @ts-check
const full = new Intl.NumberFormat();
const compact = new Intl.NumberFormat(undefined, { notation: 'compact', maximumFractionDigits: 1 });
const date = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** As people of this browser's language write it; short when it is long. @param {number} number */
export const readable = (number) => (number < 10_000 ? full : compact).format(number);

/** @param {number} number */
export const whole = (number) => full.format(number);

/** @param {string} time as in answers */
export const day = (time) => date.format(new Date(time));

/** @param {string} time as in answers */
export const minute = (time) => moment.format(new Date(time));
