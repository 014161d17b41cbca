// @ts-check
/** Where one goes on when an action has removed what had the focus. @param {HTMLElement | null | undefined} element */
export function regainFocus(element) {
  if (document.activeElement === null || document.activeElement === document.body) element?.focus();
}
