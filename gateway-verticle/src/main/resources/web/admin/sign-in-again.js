// @ts-check
import { html, render } from 'lit';
import { bearers } from '../http.js';
import '../sign-in.js';

/** @type {Promise<string | undefined> | undefined} one for all who wait for it */
let asked;

/** Asks for a sign-in above whatever is open. @returns {Promise<string | undefined>} a token, unless it was cancelled */
export function signInAgain() {
  asked ??= ask().finally(() => (asked = undefined));
  return asked;
}

function ask() {
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-labelledby', 'sign-in-again-heading');
  render(
    html`
      <h2 id="sign-in-again-heading">Your session has ended</h2>
      <p>Sign in to go on. What you typed is still here.</p>
      <sign-in closed @signed-in=${() => dialog.close()}></sign-in>
      <div class="row end"><button class="button plain" type="button" @click=${() => dialog.close()}>Cancel</button></div>`,
    dialog,
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(bearers.account.token());
    });
  });
}
