// @ts-check
import { html } from 'lit';
import { whole } from '../numbers.js';
import { strings } from './strings.js';

const text = strings.operations;

/** @typedef {import('./operations-page.js').Node} Node */

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
    return card(text.outbox(service), oldest > OLD_S ? text.delayed : text.healthy, oldest <= OLD_S, [
      [text.pending, whole(rows)],
      [text.oldest, seconds.format(oldest)],
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
  return card(text.queues, away ? text.unreachable : aside ? text.attention : text.healthy, !away && !aside, lines);
}

/** @param {Node[]} nodes */
function reconciliation(nodes) {
  const all = nodes.map((node) => node.reconciliation).filter((told) => 'checked' in told);
  if (!all.length) return '';
  const sum = (/** @type {string} */ name) => all.reduce((total, told) => total + told[name], 0);
  const repairs = sum('counterRepairs') + sum('projectionRepairs');
  return card(text.reconciliation, repairs ? text.repaired : text.inSync, !repairs, [
    [text.checked, whole(sum('checked'))],
    [text.countsFixed, whole(sum('counterRepairs'))],
    [text.replicasFixed, whole(sum('projectionRepairs'))],
  ]);
}

/** @param {string} name @param {string} state @param {boolean} isGood @param {string[][]} lines */
function card(name, state, isGood, lines) {
  return html`
    <section class="card" aria-label=${name}>
      <div class="row"><h3>${name}</h3><span class="badge ${isGood ? 'good' : 'warning'}">${state}</span></div>
      <dl>${lines.map(([term, value]) => html`<dt>${term}</dt><dd>${value}</dd>`)}</dl>
    </section>`;
}
