// @ts-check
import { html } from 'lit';
import { whole } from '../numbers.js';
import { strings } from './strings.js';

const text = strings.operations;

/** @typedef {import('./operations-page.js').Node} Node */

const OLD_S = 30;
const OUTDATED_S = 10;
const ASIDE = ['likewire.parked', 'likewire.unrouted'];
const seconds = new Intl.NumberFormat(undefined, { style: 'unit', unit: 'second', maximumFractionDigits: 1 });

/** What waits for the broker, what waits in queues, and what reconciliation has found. @param {Node[]} nodes */
export function cards(nodes) {
  return html`<div class="cards">${outboxes(nodes)}${queues(nodes)}${reconciliation(nodes)}</div>`;
}

/** Nodes of one service share its database: each tells the same, a second apart; one that is silent long tells what was. @param {Node[]} nodes */
function outboxes(nodes) {
  const services = [...new Set(nodes.flatMap(({ outbox }) => Object.keys(outbox)))].sort();
  return services.map((service) => {
    const tellers = heard(nodes.filter(({ outbox }) => service in outbox));
    const told = tellers.map(({ outbox }) => outbox[service]);
    const rows = Math.max(...told.map((one) => one.rows));
    const oldest = Math.max(...told.map((one) => one.oldestSeconds));
    return card(text.outbox(service), tellers, oldest > OLD_S ? text.delayed : text.healthy, oldest <= OLD_S, [
      [text.pending, whole(rows)],
      [text.oldest, seconds.format(oldest)],
    ]);
  });
}

/** @param {Node[]} nodes */
function queues(nodes) {
  const depths = new Map();
  const tellers = heard(nodes.filter(({ queues: told }) => Object.keys(told).length));
  for (const { queues: told } of tellers)
    for (const [queue, depth] of Object.entries(told)) depths.set(queue, Math.max(depths.get(queue) ?? -1, depth ?? -1));
  if (!depths.size) return '';
  const aside = ASIDE.some((queue) => depths.get(queue) > 0);
  const away = [...depths.values()].every((depth) => depth < 0);
  const lines = [...depths].sort().map(([queue, depth]) => [queue, depth < 0 ? '?' : whole(depth)]);
  return card(text.queues, tellers, away ? text.unreachable : aside ? text.attention : text.healthy, !away && !aside, lines);
}

/** @param {Node[]} nodes */
function reconciliation(nodes) {
  const tellers = nodes.filter((node) => 'checked' in node.reconciliation);
  if (!tellers.length) return '';
  const all = tellers.map((node) => node.reconciliation);
  const sum = (/** @type {string} */ name) => all.reduce((total, told) => total + told[name], 0);
  const repairs = sum('counterRepairs') + sum('projectionRepairs');
  return card(text.reconciliation, tellers, repairs ? text.repaired : text.inSync, !repairs, [
    [text.checked, whole(sum('checked'))],
    [text.countsFixed, whole(sum('counterRepairs'))],
    [text.replicasFixed, whole(sum('projectionRepairs'))],
  ]);
}

/** Those that were heard of lately, or all. @param {Node[]} nodes */
function heard(nodes) {
  const lately = nodes.filter(({ silentSeconds }) => silentSeconds <= OUTDATED_S);
  return lately.length ? lately : nodes;
}

/** @param {string} name @param {Node[]} tellers @param {string} state @param {boolean} isGood @param {string[][]} lines */
function card(name, tellers, state, isGood, lines) {
  const age = Math.min(...tellers.map(({ silentSeconds }) => silentSeconds));
  const isOld = age > OUTDATED_S;
  return html`
    <section class="card ${isOld ? 'outdated' : ''}" aria-label=${name}>
      <div class="row"><h3>${name}</h3><span class="badge ${isOld ? '' : isGood ? 'good' : 'warning'}">${isOld ? text.ago(age) : state}</span></div>
      <dl>${lines.map(([term, value]) => html`<dt>${term}</dt><dd>${value}</dd>`)}</dl>
    </section>`;
}
