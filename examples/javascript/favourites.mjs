// Weekly favourites. `node favourites.mjs` listens; `node favourites.mjs show` prints what gained most likes this week.
// Settings: AMQP_URI, and STATE, a JSON file (favourites.json).
import { setTimeout as wait } from 'node:timers/promises';
import amqplib from 'amqplib';
import { Week } from './week.mjs';

const QUEUE = 'favourites-js.events';
const PARKED = 'favourites-js.parked';
const QUORUM = { durable: true, arguments: { 'x-queue-type': 'quorum', 'x-delivery-limit': 1_000_000 } };
const stopping = new AbortController();
const stopped = new Promise((resolve) => stopping.signal.addEventListener('abort', resolve));

async function handle(week, channel, messages) {
  for (const { content, properties } of messages) {
    try {
      week.apply(properties.type, properties.headers, content);
    } catch (poison) {
      console.log(`parked: ${poison.message}`);
      const headers = { reason: poison.message.slice(0, 500) };
      channel.sendToQueue(PARKED, content, { type: properties.type, persistent: true, mandatory: true, headers });
    }
  }
  await channel.waitForConfirms();
  if (channel.cameBack) throw new Error(`there is no queue ${PARKED}`);
  week.save(); // before the acknowledgement
  channel.ack(messages.at(-1), true);
}

async function listen(week, connection, working) {
  let fail;
  const failed = new Promise((_, reject) => { fail = reject; });
  failed.catch(() => {}); // it may fail before anybody waits for it
  connection.on('error', fail).on('close', () => fail(new Error('the connection was closed')));
  const channel = await connection.createConfirmChannel();
  channel.on('error', fail).on('close', () => fail(new Error('the channel was closed')));
  channel.on('return', () => { channel.cameBack = true; }); // told before the confirm
  await channel.assertQueue(PARKED, QUORUM);
  await channel.assertQueue(QUEUE, QUORUM);
  for (const key of ['likes.changed', 'product.deleted']) await channel.bindQueue(QUEUE, 'likewire.events', key);
  await channel.prefetch(100);
  let waiting = [];
  let busy = Promise.resolve();
  const next = async () => {
    const messages = waiting;
    waiting = [];
    if (messages.length > 0 && !stopping.signal.aborted) await handle(week, channel, messages);
  };
  await channel.consume(QUEUE, (message) => {
    if (message === null) return fail(new Error('the queue was removed'));
    waiting.push(message);
    busy = busy.then(next); // what comes meanwhile goes together; after a failure nothing is done on this channel
    busy.catch(fail);
  });
  working();
  console.log('listening');
  await Promise.race([stopped, failed]);
  await busy;
}

async function run(week, uri) {
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => stopping.abort());
  for (let failures = 0; !stopping.signal.aborted; failures++) {
    let connection;
    try {
      connection = await amqplib.connect(uri, { timeout: 5000 });
      await listen(week, connection, () => { failures = 0; });
    } catch (lost) {
      console.log(`no broker: ${lost.message}`);
    }
    await Promise.race([connection?.close().catch(() => {}), wait(2000, undefined, { ref: false })]);
    const delay = (0.5 + Math.random() / 2) * Math.min(30_000, 500 * 2 ** failures); // back-off with jitter
    await wait(delay, undefined, { signal: stopping.signal }).catch(() => {});
  }
}

const week = new Week(process.env.STATE ?? 'favourites.json');
if (process.argv[2] === 'show') {
  for (const { id, gained, likes } of week.favourites()) console.log(`product ${id}: +${gained}, ${likes} likes`);
} else {
  await run(week, process.env.AMQP_URI);
}
