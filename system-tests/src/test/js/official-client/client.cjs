// Registers one address with Vert.x' own client and prints each body on a line. Arguments: URL of the bridge, address.
const EventBus = require('@vertx/eventbus-bridge-client.js');

const [url, address] = process.argv.slice(2);
const bus = new EventBus(url, { transports: ['websocket'] });
bus.onopen = () => {
  console.log('open');
  bus.registerHandler(address, (error, message) => console.log(JSON.stringify(error || message.body)));
};
bus.onerror = (error) => console.log('error ' + JSON.stringify(error));
