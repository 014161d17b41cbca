// @ts-check
import { LitElement, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { call, CallFailed, nextPage } from '../http.js';
import { day } from '../numbers.js';
import { session } from '../session.js';

/** @typedef {{id: number, username: string, role: 'user' | 'admin', disabled: boolean, createdAt: string}} User */

/** Who has an account, and what it may do. */
export class UserRoom extends LitElement {
  static properties = { users: { state: true }, next: { state: true }, said: { state: true }, trouble: { state: true } };

  constructor() {
    super();
    /** @type {User[]} */
    this.users = [];
    /** @type {URL | undefined} */
    this.next = undefined;
    this.said = '';
    this.trouble = '';
    void this.#load('/api/users?limit=100');
  }

  createRenderRoot() {
    return this;
  }

  /** @param {URL | string} page */
  async #load(page) {
    try {
      const { json, headers } = await call('GET', String(page));
      this.users = [...this.users, ...json];
      this.next = nextPage(headers);
    } catch (failure) {
      this.trouble = failure instanceof Error ? failure.message : '';
    }
  }

  render() {
    return html`
      <p class="said" role="status">${this.said}</p>
      <p class="alert" role="alert">${this.trouble}</p>
      <div class="sheet">
        <table>
          <caption class="visually-hidden">Accounts</caption>
          <thead><tr>
            <th scope="col" class="number late fit">No.</th><th scope="col">Name</th><th scope="col">Role</th><th scope="col">May sign in</th><th scope="col" class="late">Since</th>
          </tr></thead>
          <tbody>${repeat(this.users, ({ id }) => id, (user) => this.#row(user))}</tbody>
        </table>
      </div>
      ${this.next ? html`<div class="pager"><button class="button quiet" type="button" @click=${() => this.#load(this.next ?? '')}>Show more</button></div>` : nothing}`;
  }

  /** @param {User} user */
  #row(user) {
    const { id, username, role, disabled, createdAt } = user;
    const own = id === session.account?.id;
    return html`
      <tr data-user=${id}>
        <td class="number late">${id}</td>
        <th scope="row">${username}${own ? html` <span class="badge">you</span>` : nothing}</th>
        <td><select aria-label="Role of ${username}" .value=${role} @change=${this.#changing(user, ({ value }) => ({ role: value }))}>
          <option value="user" ?selected=${role === 'user'}>User</option><option value="admin" ?selected=${role === 'admin'}>Administrator</option>
        </select></td>
        <td><input type="checkbox" aria-label="${username} may sign in" .checked=${!disabled} @change=${this.#changing(user, ({ checked }) => ({ disabled: !checked }))}></td>
        <td class="late nowrap">${day(createdAt)}</td>
      </tr>`;
  }

  /** @param {User} user @param {(input: HTMLInputElement) => object} patch */
  #changing(user, patch) {
    return (/** @type {Event} */ { target }) => this.#change(user, patch(/** @type {HTMLInputElement} */ (target)));
  }

  /** @param {User} user @param {object} patch */
  async #change(user, patch) {
    this.trouble = '';
    this.said = '';
    let changed = { ...user };
    try {
      changed = (await call('PATCH', `/api/users/${user.id}`, { body: patch })).json;
      this.said = `${changed.username} is ${changed.role === 'admin' ? 'an administrator' : 'a user'} and ${changed.disabled ? 'may not sign in' : 'may sign in'}.`;
    } catch (failure) {
      const sentences = failure instanceof CallFailed ? Object.values(failure.errors).flat().join(' ') : '';
      this.trouble = sentences || (failure instanceof Error ? failure.message : '');
      this.users = this.users.filter(({ id }) => id !== user.id);
      await this.updateComplete;
    }
    const others = this.users.filter(({ id }) => id !== user.id);
    this.users = [...others, changed].sort((one, other) => one.id - other.id);
  }
}

customElements.define('user-room', UserRoom);
