// @ts-check
import { html } from 'lit';
import { whole } from '../numbers.js';

/** @typedef {import('./operations-room.js').Node} Node */

const OLD_S = 30;
const ASIDE = ['likewire.parked', 'likewire.unrouted'];
const seconds = new Intl.NumberFormat(undefined, { style: 'unit', unit: 'second', maximumFractionDigits: 1 });

/** What waits for the broker, what waits in queues, and what reconciliation has found. @param {Node[]} nodes */
export function cards(nodes) {
  return html`<div class="cards">${outboxes(nodes)}${queues(nodes)}${reconciliation(nodes)}</div>`;
}

/** Nodes of one service share its database: each tells the same, a second apart. @param {Node[]} nodes */
function outboxes(nodes) {
  const services = [...new Set(nodes.flatMap(({ outbox }) => Object.keys(outbox)))].sort();
  return services.map((service) => {
    const told = nodes.flatMap(({ outbox }) => outbox[service] ?? []);
    const rows = Math.max(...told.map((one) => one.rows));
    const oldest = Math.max(...told.map((one) => one.oldestSeconds));
    return card(`Outbox of ${service}`, oldest > OLD_S ? 'waiting' : 'flowing', [
      ['Facts that wait', whole(rows)],
      ['Age of the oldest', seconds.format(oldest)],
    ]);
  });
}

/** @param {Node[]} nodes */
function queues(nodes) {
  const depths = new Map();
  for (const { queues: told } of nodes)
    for (const [queue, depth] of Object.entries(told)) depths.set(queue, Math.max(depths.get(queue) ?? -1, depth ?? -1));
  if (!depths.size) return '';
  const aside = ASIDE.some((queue) => depths.get(queue) > 0);
  const away = [...depths.values()].every((depth) => depth < 0);
  const lines = [...depths].sort().map(([queue, depth]) => [queue, depth < 0 ? '?' : whole(depth)]);
  return card('Queues', away ? 'broker is away' : aside ? 'look below' : 'flowing', lines);
}

/** @param {Node[]} nodes */
function reconciliation(nodes) {
  const all = nodes.map((node) => node.reconciliation).filter((told) => 'checked' in told);
  if (!all.length) return '';
  const sum = (/** @type {string} */ name) => all.reduce((total, told) => total + told[name], 0);
  const repairs = sum('counterRepairs') + sum('projectionRepairs');
  return card('Reconciliation', repairs ? 'has repaired' : 'agrees', [
    ['Products compared', whole(sum('checked'))],
    ['Counts repaired', whole(sum('counterRepairs'))],
    ['Copies repaired', whole(sum('projectionRepairs'))],
  ]);
}

/** @param {string} name @param {string} state @param {string[][]} lines */
function card(name, state, lines) {
  const fine = state === 'flowing' || state === 'agrees';
  return html`
    <section class="card" aria-label=${name}>
      <div class="row"><h3>${name}</h3><span class="badge ${fine ? 'good' : 'warning'}">${state}</span></div>
      <dl>${lines.map(([term, value]) => html`<dt>${term}</dt><dd>${value}</dd>`)}</dl>
    </section>`;
}
