// @ts-check
import { html, svg } from 'lit';

export const picture = svg`
  <rect x="3" y="4.5" width="18" height="15" rx="2.5"/><circle cx="8.5" cy="10" r="1.6"/>
  <path d="m3.5 17.5 5-4.5 3.5 3 4-4.5 4.5 4.5"/>`;

export const cup = svg`<path d="M4 9h13v5.5a5 5 0 0 1-5 5H9a5 5 0 0 1-5-5ZM17 10.5h1.5a2.5 2.5 0 0 1 0 5H17M8 3.5v2M12.5 3.5v2"/>`;

const shapes = {
  search: svg`<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>`,
  back: svg`<path d="M19 12H5m6-6-6 6 6 6"/>`,
  link: svg`<path d="M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7L12 7m2 3a4 4 0 0 0-6-.4l-3 3A4 4 0 0 0 10.7 18.3L12 17"/>`,
  person: svg`<circle cx="12" cy="8.5" r="3.8"/><path d="M4.5 20a7.5 7.5 0 0 1 15 0"/>`,
  chevron: svg`<path d="m7 10 5 5 5-5"/>`,
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  pen: svg`<path d="m5 19 .8-3.7L16.5 4.6a1.8 1.8 0 0 1 2.6 0l.3.3a1.8 1.8 0 0 1 0 2.6L8.7 18.2Z"/>`,
  bin: svg`<path d="M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.8 12.5h9.4L17.5 7M10.2 10.5v5.5M13.8 10.5v5.5"/>`,
  up: svg`<path d="M12 16V4.5m-4.5 4.5L12 4.5l4.5 4.5M5 15v4.5h14V15"/>`,
  down: svg`<path d="M12 4.5V16m-4.5-4.5L12 16l4.5-4.5M5 15v4.5h14V15"/>`,
};

/** A drawing beside words, or for a button that has a name. @param {keyof typeof shapes} name */
export const icon = (name) => html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${shapes[name]}</svg>`;
