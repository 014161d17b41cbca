// @ts-check
/** Asks before something is thrown away that is not saved. What holds it has `data-unsaved`: that of a running import is `running`. */
import { confirmed } from './confirm.js';
import { strings } from './strings.js';

const SURE = 'sure';
const RUNNING = 'running';

/** What to ask, if there is anything to lose. @returns {import('./confirm.js').Question | undefined} */
export function unsaved() {
  const holder = /** @type {HTMLElement | null} */ (document.querySelector('[data-unsaved]'));
  if (!holder) return undefined;
  return holder.dataset.unsaved === RUNNING ? strings.import.stop : strings.admin.discard;
}

/** Whether nothing is lost, or somebody wants to lose it. */
export async function mayLeave() {
  const question = unsaved();
  return !question || confirmed(question);
}

/** Reload, another address, closing the window: the browser asks. */
addEventListener('beforeunload', (event) => {
  if (unsaved()) event.preventDefault();
});

document.addEventListener('sign-out', (event) => void signOut(/** @type {CustomEvent} */ (event)), true);

/** @param {CustomEvent} event */
async function signOut(event) {
  if (event.detail === SURE || !unsaved()) return;
  event.stopImmediatePropagation();
  if (await mayLeave()) event.target?.dispatchEvent(new CustomEvent('sign-out', { detail: SURE }));
}
