// @ts-check
import { LitElement, html } from 'lit';
import { icon } from './icons.js';
import { recall, remember } from './storage.js';

const KEY = 'likewire.theme';
/** @type {{id: string, icon: 'half' | 'sun' | 'moon', name: string}[]} */
const THEMES = [
  { id: 'system', icon: 'half', name: 'as the system' },
  { id: 'light', icon: 'sun', name: 'light' },
  { id: 'dark', icon: 'moon', name: 'dark' },
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
    const { icon: drawing, name } = THEMES[this.theme];
    return html`
      <button class="button plain icon-only" type="button" title="Colours: ${name}" aria-label="Colours: ${name}" @click=${this.#next}>
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
