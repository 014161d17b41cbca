// @ts-check
/** Where one goes on when an action has removed what had the focus. @param {HTMLElement | null | undefined} element */
export function regainFocus(element) {
  if (document.activeElement === null || document.activeElement === document.body) element?.focus();
}

/** The focus stays within, at the place, when an update removes what has it. @param {HTMLElement} element @param {() => void} update @param {string} [place] */
export function keepFocus(element, update, place = 'h1') {
  const inside = element.contains(document.activeElement);
  update();
  if (inside) regainFocus(/** @type {HTMLElement | null} */ (element.querySelector(place)));
}
