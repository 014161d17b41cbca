// @ts-check
import { html, nothing } from 'lit';
import { cup } from './icons.js';
import { strings } from './strings.js';

const text = strings.list;
const SKELETONS = 8;
const drawing = html`<svg viewBox="0 0 24 24" aria-hidden="true">${cup}</svg>`;

export function skeletons() {
  const skeleton = html`<li class="skeleton"><div></div><span></span><span></span></li>`;
  return html`<ul class="grid" aria-hidden="true" data-state="loading">${Array(SKELETONS).fill(skeleton)}</ul>`;
}

/** @param {string} why @param {() => void} again */
export function failed(why, again) {
  return html`
    <div class="notice" role="alert" data-state="failed">
      ${drawing}
      <h2>${text.failed}</h2>
      <p>${why}</p>
      <div class="row"><button class="button" type="button" @click=${again}>${strings.common.tryAgain}</button></div>
    </div>`;
}

/** @param {boolean} isAdmin */
export function empty(isAdmin) {
  return html`
    <div class="notice" data-state="empty">
      ${drawing}
      <h2>${text.empty}</h2>
      ${isAdmin ? html`<p><a href="/admin">${text.add}</a></p>` : nothing}
    </div>`;
}

export function nothingLiked() {
  return html`
    <div class="notice" data-state="empty">
      ${drawing}
      <h2>${strings.likes.none}</h2>
      <div class="row"><a class="button" href="/">${strings.product.seeAll}</a></div>
    </div>`;
}

/** @param {string} heading @param {string} hint @param {() => void} showAll */
export function noResults(heading, hint, showAll) {
  return html`
    <div class="notice" data-state="empty">
      ${drawing}
      <h2>${heading}</h2>
      <p>${hint}</p>
      <div class="row"><button class="button" type="button" @click=${showAll}>${text.clear}</button></div>
    </div>`;
}
