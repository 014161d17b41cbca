// @ts-check
import { LitElement, html } from 'lit';
import { icon } from './icons.js';
import { recall, remember } from './storage.js';
import { strings } from './strings.js';

const KEY = 'likewire.theme';
/** @type {{id: 'system' | 'light' | 'dark', icon: 'half' | 'sun' | 'moon'}[]} */
const THEMES = [
  { id: 'system', icon: 'half' },
  { id: 'light', icon: 'sun' },
  { id: 'dark', icon: 'moon' },
];

/** Light, dark, or as the system has it. */
export class ThemeSwitch extends LitElement {
  static properties = { theme: { state: true } };

  constructor() {
    super();
    this.theme = Math.max(0, THEMES.findIndex(({ id }) => id === recall(KEY)));
  }

  createRenderRoot() {
    return this;
  }

  render() {
    const { id, icon: drawing } = THEMES[this.theme];
    const label = strings.theme.label(id);
    return html`
      <button class="button plain icon-only" type="button" title=${label} aria-label=${label} @click=${this.#next}>
        ${icon(drawing)}
      </button>`;
  }

  #next() {
    this.theme = (this.theme + 1) % THEMES.length;
    const { id } = THEMES[this.theme];
    remember(KEY, id === 'system' ? null : id);
    if (id === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = id;
  }
}

customElements.define('theme-switch', ThemeSwitch);
