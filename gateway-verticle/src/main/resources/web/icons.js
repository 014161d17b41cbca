// @ts-check
import { svg } from 'lit';

export const heart = svg`<path d="M12 20.5 4.2 12.8a5 5 0 0 1 7.1-7.1l.7.7.7-.7a5 5 0 0 1 7.1 7.1Z"/>`;

export const picture = svg`
  <rect x="3" y="4.5" width="18" height="15" rx="2.5"/><circle cx="8.5" cy="10" r="1.6"/>
  <path d="m3.5 17.5 5-4.5 3.5 3 4-4.5 4.5 4.5"/>`;

export const cup = svg`<path d="M4 9h13v5.5a5 5 0 0 1-5 5H9a5 5 0 0 1-5-5ZM17 10.5h1.5a2.5 2.5 0 0 1 0 5H17M8 3.5v2M12.5 3.5v2"/>`;
