// @ts-check
import { html } from 'lit';
import { cup } from './icons.js';

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
      <h2>The shelf did not load</h2>
      <p>${why}</p>
      <div class="row"><button class="button" type="button" @click=${again}>Try again</button></div>
    </div>`;
}

/** @param {string} q what was looked for @param {() => void} showAll */
export function empty(q, showAll) {
  if (!q)
    return html`
      <div class="notice" data-state="empty">
        ${drawing}
        <h2>Nothing on the shelf yet</h2>
        <p>Products are added <a href="/admin">in the back room</a>. Come back soon.</p>
      </div>`;
  return html`
    <div class="notice" data-state="empty">
      ${drawing}
      <h2>Nothing is called “${q.trim()}”</h2>
      <p>Try fewer letters, or another word of the title.</p>
      <div class="row"><button class="button" type="button" @click=${showAll}>Show everything</button></div>
    </div>`;
}
