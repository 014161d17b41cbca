// Tries to speak on the event bus: intruder.cjs <folder of the client> <gateway> <product>. Ends when it got six answers.
const { createRequire } = require('node:module');
const [folder, gateway, product] = process.argv.slice(2);
const EventBus = createRequire(folder + '/package.json')('@vertx/eventbus-bridge-client.js');

const count = { productId: Number(product), likes: 999, version: Date.now() * 1000 };
const draft = { title: 'Intruder', image: '/intruder.svg' };
const bus = new EventBus(`${gateway}/eventbus`, { transports: ['websocket'] });
let answers = 0;
bus.onunhandled = ({ type, body }) => {
  if (type === 'pong') return;
  console.log(body);
  if (++answers === 6) bus.close();
};
bus.onopen = () => {
  bus.publish(`likes.${product}`, count);
  bus.publish('likes', [count]);
  bus.publish('likewire.push.likes', count);
  bus.send('likewire.products', draft, { action: 'create' });
  bus.send('likewire.likes', count, { action: 'like' }, (error, reply) => console.log('reply', error, reply));
  bus.registerHandler('likewire.push.likes', (error, message) => console.log('heard', error, message));
};
