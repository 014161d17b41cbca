"""Weekly favourites. `favourites.py` listens; `favourites.py show` prints what gained most likes this week.

Settings: AMQP_URI, and STATE, the SQLite file (favourites.db).
"""
import os, random, signal, sys, threading
import pika
from week import Week

QUEUE, PARKED = 'favourites-py.events', 'favourites-py.parked'
QUORUM = {'x-queue-type': 'quorum', 'x-delivery-limit': 1_000_000}
stopping = threading.Event()


def handle(week, channel, method, properties, body):
    try:
        week.apply(properties.type, properties.headers, body)  # committed before the acknowledgement
    except ValueError as poison:
        print('parked:', poison, flush=True)
        kept = pika.BasicProperties(type=properties.type, delivery_mode=2, headers={'reason': str(poison)[:500]})
        channel.basic_publish('', PARKED, body, kept, mandatory=True)  # returns when the broker has it
    channel.basic_ack(method.delivery_tag)


def listen(week, channel):
    """Yields whenever the connection has proved good."""
    channel.queue_declare(PARKED, durable=True, arguments=QUORUM)
    channel.queue_declare(QUEUE, durable=True, arguments=QUORUM)
    for key in ('likes.changed', 'product.deleted'):
        channel.queue_bind(QUEUE, 'likewire.events', key)
    channel.confirm_delivery()
    channel.basic_qos(prefetch_count=100)
    print('listening', flush=True)
    for method, properties, body in channel.consume(QUEUE, inactivity_timeout=0.5):
        if stopping.is_set():
            return
        if method:
            handle(week, channel, method, properties, body)
        yield


def run(week, uri):
    failures = 0
    while not stopping.is_set():
        try:
            with pika.BlockingConnection(pika.URLParameters(uri)) as connection:
                for _ in listen(week, connection.channel()):
                    failures = 0
        except pika.exceptions.AMQPError as lost:
            print('no broker:', repr(lost), flush=True)
        stopping.wait(random.uniform(0.5, 1) * min(30, 0.5 * 2 ** failures))  # back-off with jitter
        failures += 1


if __name__ == '__main__':
    week = Week(os.environ.get('STATE', 'favourites.db'))
    if sys.argv[1:] == ['show']:
        for favourite in week.favourites():
            print('product %d: +%d, %d likes' % favourite)
    else:
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: stopping.set())
        run(week, os.environ['AMQP_URI'])
