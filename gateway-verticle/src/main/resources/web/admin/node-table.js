// @ts-check
import { html, nothing } from 'lit';
import { minute } from '../numbers.js';
import { strings } from './strings.js';

const text = strings.operations;

/** @typedef {import('./operations-page.js').Node} Node */

const QUIET_S = 5;
const BADGES = { up: 'good', degraded: 'warning', down: 'danger' };

/** One line for each service that a process carries. @param {Node[]} nodes */
export function nodeTable(nodes) {
  return html`
    <div class="sheet cards-on-phones" tabindex="0" role="region" aria-label=${text.nodesCaption}>
      <table>
        <caption class="visually-hidden">${text.nodesCaption}</caption>
        <thead><tr><th scope="col">${text.node}</th><th scope="col">${text.service}</th><th scope="col">${text.status}</th><th scope="col" class="late">${text.checks}</th><th scope="col" class="late">${text.started}</th></tr></thead>
        <tbody>${nodes.flatMap((node) => Object.entries(node.services).map(([name, state], i) => line(node, name, state, i)))}</tbody>
      </table>
    </div>`;
}

/** @param {Node} node @param {string} service @param {import('./operations-page.js').ServiceState} state @param {number} index */
function line({ node, since, silentSeconds }, service, { status, parts, reasons = {} }, index) {
  const badge = BADGES[/** @type {keyof typeof BADGES} */ (status)] ?? 'warning';
  const quiet = silentSeconds > QUIET_S;
  const [name] = node.split('-');
  const down = Object.entries(parts).filter(([, part]) => part !== 'up').map(([part]) => part);
  return html`
    <tr class=${quiet ? 'outdated' : nothing} data-node=${node} data-service=${service}>
      <td title=${node} data-label=${text.node}>${index === 0 ? html`<code>${name}</code>` : html`<span class="visually-hidden">${name}</span>`}</td>
      <th scope="row" data-label=${text.service}>${service}</th>
      <td data-label=${text.status}><span class="badge ${quiet ? '' : badge}">${quiet ? text.silent(silentSeconds) : status}</span></td>
      <td class="late" data-label=${text.checks}><span>${down.length ? text.failing(down) : Object.keys(parts).join(', ')}${Object.values(reasons).map((reason) => html`<br><small>${reason}</small>`)}</span></td>
      <td class="late nowrap" data-label=${text.started}>${minute(since)}</td>
    </tr>`;
}
