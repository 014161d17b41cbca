// @ts-check
import { LitElement, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { call, CallFailed, nextPage } from '../http.js';
import { icon } from '../icons.js';
import { day } from '../numbers.js';
import { settle } from '../scroll.js';
import { session } from '../session.js';
import { strings } from './strings.js';
import { endToast, toast } from './toast.js';
import './user-dialog.js';

const text = strings.users;

/** @typedef {{id: number, username: string, role: 'user' | 'admin', disabled: boolean, createdAt: string}} User */

/** @typedef {{role: 'user' | 'admin', disabled: boolean}} Rights */

/** Who has an account, and what it may do. A changed row takes effect when it is saved. */
export class UsersPage extends LitElement {
  static properties = { users: { state: true }, next: { state: true }, trouble: { state: true }, drafts: { state: true }, busy: { state: true } };

  constructor() {
    super();
    /** @type {User[]} */
    this.users = [];
    /** @type {URL | undefined} */
    this.next = undefined;
    this.trouble = '';
    /** @type {Record<number, Rights>} what is chosen and not saved, by id */
    this.drafts = {};
    this.busy = false;
    void this.#load('/api/users?limit=100');
  }

  createRenderRoot() {
    return this;
  }

  /** What can be undone here can't be elsewhere. */
  disconnectedCallback() {
    super.disconnectedCallback();
    endToast();
  }

  /** @param {URL | string} page @returns {Promise<User | undefined>} the first new one */
  async #load(page) {
    try {
      const { json, headers } = await call('GET', String(page));
      this.users = [...this.users, ...json];
      this.next = nextPage(headers);
      await this.updateComplete;
      settle();
      return json[0];
    } catch (failure) {
      this.trouble = failure instanceof Error ? failure.message : '';
      return undefined;
    }
  }

  /** Whoever pressed the button by keyboard goes on at the first new user. */
  async #showMore() {
    const first = this.next && (await this.#load(this.next));
    if (first) await this.#focus(first.id);
  }

  render() {
    return html`
      <div class="tools">
        <span class="gap"></span>
        <button class="button" type="button" @click=${this.#new}>${icon('plus')} ${text.new}</button>
      </div>
      <p class="alert" role="alert">${this.trouble}</p>
      <div class="sheet">
        <table>
          <caption class="visually-hidden">${strings.admin.users}</caption>
          <thead><tr>
            <th scope="col" class="number late fit">${strings.products.id}</th><th scope="col">${strings.account.username}</th><th scope="col">${text.role}</th><th scope="col">${text.active}</th><th scope="col" class="late">${text.created}</th>
          </tr></thead>
          <tbody>${repeat(this.users, ({ id }) => id, (user) => this.#row(user))}</tbody>
        </table>
      </div>
      ${this.next ? html`<div class="pager"><button class="button quiet" type="button" @click=${this.#showMore}>${strings.common.showMore}</button></div>` : nothing}
      <user-dialog @made=${this.#made}></user-dialog>`;
  }

  #new() {
    /** @type {import('./user-dialog.js').UserDialog} */ (this.querySelector('user-dialog')).open();
  }

  /** Accounts come by their ids: the newest is on the last page. @param {CustomEvent<User>} event */
  #made({ detail }) {
    if (!this.next) this.users = [...this.users, detail];
    toast(text.createdUser(detail.username));
  }

  /** @param {User} user */
  #row(user) {
    const { id, username, createdAt } = user;
    const { role, disabled } = this.drafts[id] ?? user;
    const own = id === session.account?.id;
    return html`
      <tr data-user=${id} ?data-unsaved=${id in this.drafts}>
        <td class="number late">${id}</td>
        <th scope="row">${username}${own ? html` <span class="badge">${text.you}</span>` : nothing}</th>
        <td><select aria-label=${text.roleOf(username)} .value=${role} @change=${this.#changing(user, ({ value }) => ({ role: /** @type {Rights['role']} */ (value) }))}>
          <option value="user" ?selected=${role === 'user'}>${text.user}</option><option value="admin" ?selected=${role === 'admin'}>${text.administrator}</option>
        </select>${id in this.drafts ? this.#actions(user) : nothing}</td>
        <td><input type="checkbox" aria-label=${text.activeOf(username)} .checked=${!disabled} @change=${this.#changing(user, ({ checked }) => ({ disabled: !checked }))}></td>
        <td class="late nowrap">${day(createdAt)}</td>
      </tr>`;
  }

  /** @param {User} user */
  #actions(user) {
    return html`
      <div class="row wrap unsaved">
        <span class="badge warning">${text.notSaved}</span>
        <button class="button quiet small" type="button" aria-label=${text.cancelOf(user.username)} @click=${() => this.#restore(user)}>${strings.common.cancel}</button>
        <button class="button small" type="button" aria-label=${text.saveOf(user.username)} aria-disabled=${this.busy} @click=${() => this.#save(user)}>${strings.common.save}</button>
      </div>`;
  }

  /** @param {User} user @param {(input: HTMLInputElement) => Partial<Rights>} change */
  #changing(user, change) {
    return (/** @type {Event} */ { target }) => {
      const { role, disabled } = { ...(this.drafts[user.id] ?? user), ...change(/** @type {HTMLInputElement} */ (target)) };
      const same = role === user.role && disabled === user.disabled;
      this.#draft(user.id, same ? undefined : { role, disabled });
    };
  }

  /** @param {number} id @param {Rights | undefined} draft */
  #draft(id, draft) {
    const { [id]: _, ...others } = this.drafts;
    this.drafts = draft ? { ...others, [id]: draft } : others;
  }

  /** @param {User} user */
  async #restore({ id, username }) {
    this.#draft(id, undefined);
    this.trouble = '';
    toast(text.cancelled(username));
    await this.#focus(id);
  }

  /** The buttons of a row go with what was changed in it. @param {number} id */
  async #focus(id) {
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector(`tr[data-user="${id}"] select`))?.focus();
  }

  /** Offers to undo it, but not to somebody whose own rights have changed. @param {User} user */
  async #save(user) {
    const { role, disabled } = this.drafts[user.id];
    const act = () => void this.#write(user.id, difference(user, { role, disabled })).then(() => this.#focus(user.id));
    const undo = user.id === session.account?.id ? undefined : { action: strings.common.undo, act, over: () => {} };
    if (!(await this.#write(user.id, difference({ role, disabled }, user), undo))) return;
    this.#draft(user.id, undefined);
    await this.#focus(user.id);
  }

  /** @param {number} id @param {Partial<Rights>} rights @param {import('./toast.js').Choice} [undo] @returns {Promise<boolean>} whether it is done */
  async #write(id, rights, undo) {
    if (this.busy) return false;
    this.busy = true;
    this.trouble = '';
    try {
      const changed = (await call('PATCH', `/api/users/${id}`, { body: rights })).json;
      this.users = this.users.map((one) => (one.id === id ? changed : one));
      toast(text.saved(changed.username, changed.role === 'admin', !changed.disabled), undo);
      return true;
    } catch (failure) {
      const sentences = failure instanceof CallFailed ? Object.values(failure.errors).flat().join(' ') : '';
      this.trouble = sentences || (failure instanceof Error ? failure.message : '');
      return false;
    } finally {
      this.busy = false;
    }
  }
}

/** What somebody else has changed meanwhile stays. @param {Rights} wanted @param {Rights} from @returns {Partial<Rights>} */
function difference({ role, disabled }, from) {
  return { ...(role !== from.role && { role }), ...(disabled !== from.disabled && { disabled }) };
}

customElements.define('users-page', UsersPage);
