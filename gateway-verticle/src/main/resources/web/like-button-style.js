// @ts-check
/** Every colour and size can be set from outside, by the custom properties that begin with `--like-`. */
export const styles = new CSSStyleSheet();
styles.replaceSync(`
  :host {
    display: inline-block; position: relative; font-size: calc(1rem * var(--like-size, 1));
    --ink: var(--like-ink, light-dark(#241d18, #f4ede4));
    --accent: var(--like-accent, light-dark(#b3264a, #ff8aa5));
  }
  :host([hidden]) { display: none; }
  button {
    display: inline-flex; align-items: center; gap: 0.5em; min-width: 4.5em; min-height: 2.75em; padding: 0 0.9em 0 0.6em;
    border: 1px solid var(--like-line, light-dark(#e4dccf, #3c342d)); border-radius: var(--like-radius, 999px);
    background: var(--like-surface, light-dark(#ffffff, #211c18)); color: var(--ink);
    font: inherit; font-family: var(--like-font, inherit); font-weight: 650; font-variant-numeric: tabular-nums; cursor: pointer; touch-action: manipulation;
  }
  @media (hover: hover) { button:hover { border-color: var(--accent); } }
  button:focus-visible { outline: 3px solid var(--like-focus, light-dark(#1f6feb, #79b8ff)); outline-offset: 2px; }
  button[aria-pressed='true'] {
    border-color: var(--like-accent-line, light-dark(#e7b5c1, #7c3a4c));
    background: var(--like-accent-soft, light-dark(#fbe9ed, #3d1d26)); color: var(--accent);
  }
  svg { width: 1.5em; height: 1.5em; fill: none; stroke: var(--accent); stroke-width: 1.8; stroke-linejoin: round; }
  [aria-pressed='true'] svg { fill: var(--accent); }
  button:disabled { opacity: 0.55; cursor: not-allowed; }
  .count { min-width: 1ch; }
  .message {
    position: absolute; z-index: 1; left: 0; bottom: calc(100% + 0.5rem); width: max-content; max-width: 16rem; padding: 0.5rem 0.75rem; border-radius: 0.75rem;
    background: var(--like-message-surface, light-dark(#fdeccd, #3d2c10)); color: var(--like-message, light-dark(#8a4b00, #ffc46b));
    font-size: 0.875rem; line-height: 1.35;
  }
  .message:empty { display: none; }
  @media (forced-colors: active) { [aria-pressed='true'] svg { fill: Highlight; } }
`);
