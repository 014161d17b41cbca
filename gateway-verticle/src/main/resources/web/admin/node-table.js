// @ts-check
import { html } from 'lit';
import { minute } from '../numbers.js';

/** @typedef {import('./operations-room.js').Node} Node */

const QUIET_S = 5;
const BADGES = { up: 'good', degraded: 'warning', down: 'danger' };

/** One line for each service that a process carries. @param {Node[]} nodes */
export function nodeTable(nodes) {
  return html`
    <div class="sheet">
      <table>
        <caption class="visually-hidden">Nodes and their services</caption>
        <thead><tr><th scope="col">Node</th><th scope="col">Service</th><th scope="col">State</th><th scope="col" class="late">Parts</th><th scope="col" class="late">Since</th></tr></thead>
        <tbody>${nodes.flatMap((node) => Object.entries(node.services).map(([name, state], i) => line(node, name, state, i)))}</tbody>
      </table>
    </div>`;
}

/** @param {Node} node @param {string} service @param {import('./operations-room.js').ServiceState} state @param {number} index */
function line({ node, since, silentSeconds }, service, { status, parts }, index) {
  const badge = BADGES[/** @type {keyof typeof BADGES} */ (status)] ?? 'warning';
  const quiet = silentSeconds > QUIET_S;
  const down = Object.entries(parts).filter(([, part]) => part !== 'up').map(([part]) => part);
  return html`
    <tr data-node=${node} data-service=${service}>
      <td title=${node}>${index === 0 ? html`<code>${node.slice(0, 8)}</code>` : html`<span class="visually-hidden">${node.slice(0, 8)}</span>`}</td>
      <th scope="row">${service}</th>
      <td><span class="badge ${quiet ? 'warning' : badge}">${quiet ? `silent for ${silentSeconds} s` : status}</span></td>
      <td class="late">${down.length ? `${down.join(', ')} down` : Object.keys(parts).join(', ')}</td>
      <td class="late nowrap">${minute(since)}</td>
    </tr>`;
}
