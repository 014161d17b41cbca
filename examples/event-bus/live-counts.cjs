// Live counts outside a browser, with Vert.x' own event bus client.
//   node live-counts.cjs http://localhost:8080 7 8      these products
//   node live-counts.cjs http://localhost:8080          all that change
const EventBus = require('@vertx/eventbus-bridge-client.js');

const [gateway, ...products] = process.argv.slice(2);
const addresses = products.length > 0 ? products.map((id) => `likes.${id}`) : ['likes'];
const newest = new Map();

function show(error, message) {
  if (error) return console.log('error:', error);
  for (const { productId, likes, version } of [message.body].flat()) { // of "likes" it is a list
    if (version <= (newest.get(productId) ?? -1)) continue; // known, or older: a count is a state
    newest.set(productId, version);
    console.log(`product ${productId}: ${likes} likes`);
  }
}

const bus = new EventBus(`${gateway}/eventbus`, { transports: ['websocket'] }); // a gateway speaks no other
bus.enableReconnect(true); // after 0.5 to 5 s, at random
bus.onopen = () => {
  console.log('open');
  addresses.forEach((address) => bus.registerHandler(address, show)); // every time: the client forgets them
};
bus.onclose = () => console.log('closed');
bus.onunhandled = ({ type, body }) => { if (type === 'err') console.log('refused:', body); }; // the others are pongs
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => { bus.close(); process.exitCode = 0; });
