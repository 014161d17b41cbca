// @ts-check
import { html, nothing, render } from 'lit';
import { regainFocus } from '../focus.js';

const SHOWN_MS = 8_000;

/** @typedef {{action: string, act: () => void, over: () => void}} Choice `over` is called when it was not taken */

/** @type {Choice | undefined} */
let choice;
let timer = 0;
const place = document.createElement('div');
place.className = 'toast';
document.querySelector('main')?.prepend(place);
place.addEventListener('pointerenter', () => clearTimeout(timer));
place.addEventListener('focusin', () => clearTimeout(timer));
place.addEventListener('pointerleave', wait);
place.addEventListener('focusout', wait);
show('');

/** Tells what was done, wherever the page is scrolled to; one at a time. @param {string} text @param {Choice} [offered] for as long as it is shown */
export function toast(text, offered) {
  endToast();
  choice = offered;
  show(text);
  wait();
}

export function endToast() {
  const missed = choice;
  close();
  missed?.over();
}

function wait() {
  clearTimeout(timer);
  timer = setTimeout(endToast, SHOWN_MS);
}

function close() {
  clearTimeout(timer);
  choice = undefined;
  const focused = place.contains(document.activeElement);
  show('');
  if (focused) regainFocus(/** @type {HTMLElement | null} */ (document.querySelector('main h1')));
}

function take() {
  const taken = choice;
  close();
  taken?.act();
}

/** @param {string} text */
function show(text) {
  const button = choice ? html`<button class="button small" type="button" @click=${take}>${choice.action}</button>` : nothing;
  render(html`<p class="said" role="status">${text}</p>${button}`, place);
}
