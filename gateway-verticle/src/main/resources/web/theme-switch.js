// @ts-check
import { recall, remember } from './storage.js';
import { strings } from './strings.js';

const KEY = 'likewire.theme';
/** @type {{id: 'system' | 'light' | 'dark', drawing: string}[]} */
const THEMES = [
  { id: 'system', drawing: '<circle cx="12" cy="12" r="8"/><path d="M12 4a8 8 0 0 1 0 16Z" fill="currentColor"/>' },
  {
    id: 'light',
    drawing:
      '<circle cx="12" cy="12" r="4"/><path d="M12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.6 5.6l1.1 1.1M17.3 17.3l1.1 1.1M5.6 18.4l1.1-1.1M17.3 6.7l1.1-1.1"/>',
  },
  { id: 'dark', drawing: '<path d="M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z"/>' },
];

/** Light, dark, or as the system has it. Without Lit, which pages that are only read do not need. */
class ThemeSwitch extends HTMLElement {
  #button = document.createElement('button');
  #theme = Math.max(0, THEMES.findIndex(({ id }) => id === recall(KEY)));

  connectedCallback() {
    this.#button.type = 'button';
    this.#button.classList.add('button', 'plain', 'icon-only');
    this.#button.onclick = () => this.#next();
    this.#show();
    this.replaceChildren(this.#button);
  }

  #show() {
    const { id, drawing } = THEMES[this.#theme];
    this.#button.title = strings.theme.label(id);
    this.#button.setAttribute('aria-label', this.#button.title);
    this.#button.innerHTML = `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${drawing}</svg>`;
  }

  #next() {
    this.#theme = (this.#theme + 1) % THEMES.length;
    const { id } = THEMES[this.#theme];
    remember(KEY, id === 'system' ? null : id);
    if (id === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = id;
    this.#show();
  }
}

customElements.define('theme-switch', ThemeSwitch);
