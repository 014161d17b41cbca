// @ts-check
/** How far each page of the history was scrolled: kept in its entry, so that it outlives reloads and visits elsewhere. */
const PAUSE_MS = 150;
let saving = 0;
/** @type {number | undefined} where to scroll as soon as there is something to scroll, unless somebody scrolls before */
let wanted = history.state?.top;

history.scrollRestoration = 'manual';
addEventListener('pagehide', save);
addEventListener('scroll', () => {
  clearTimeout(saving);
  saving = setTimeout(save, PAUSE_MS);
}, { passive: true });
for (const kind of ['wheel', 'touchmove', 'pointerdown', 'keydown']) addEventListener(kind, () => (wanted = undefined), { passive: true });

/** To be called before the history moves on. */
export function save() {
  clearTimeout(saving);
  if (wanted === undefined && history.state?.top !== scrollY) history.replaceState({ ...history.state, top: scrollY }, '');
}

/** The history has moved. @param {number} top */
export function arrive(top) {
  clearTimeout(saving);
  scrollTo(0, top);
  wanted = Math.abs(scrollY - top) > 1 ? top : undefined;
}

/** What was asked for is there. */
export function settle() {
  if (wanted === undefined) return;
  requestAnimationFrame(() => {
    if (wanted !== undefined) scrollTo(0, wanted);
    wanted = undefined;
  });
}
