"""Somebody who listens to both of the tutorial's queues, and prints what comes."""

import signal
import sys

from counterpart import connect

channel = connect().channel()


def on_message(_channel, method, properties, body):
    print(method.routing_key, properties.content_type, body.decode(), flush=True)


for queue in ("main", "admin"):
    channel.queue_declare(queue=queue)
    channel.basic_consume(queue=queue, on_message_callback=on_message, auto_ack=True)
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
print("listens", flush=True)
channel.start_consuming()
