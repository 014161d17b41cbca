// @ts-check
import { html } from 'lit';
import { bearers } from '../http.js';
import '../sign-in.js';
import { strings } from './strings.js';
import { above, closed } from './above.js';

/** @type {Promise<string | undefined> | undefined} one for all who wait for it */
let asked;

/** Asks for a sign-in above whatever is open. @returns {Promise<string | undefined>} a token, unless it was cancelled */
export function signInAgain() {
  asked ??= ask().finally(() => (asked = undefined));
  return asked;
}

function ask() {
  const close = () => dialog.close();
  const dialog = above(
    html`
      <h2 id="sign-in-again-heading">${strings.account.expired}</h2>
      <p>${strings.admin.signInAgain}</p>
      <sign-in closed @signed-in=${close}></sign-in>
      <div class="row end"><button class="button plain" type="button" @click=${close}>${strings.common.cancel}</button></div>`,
    { 'aria-labelledby': 'sign-in-again-heading' },
  );
  return closed(dialog, () => bearers.account.token());
}
