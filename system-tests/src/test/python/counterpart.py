"""What the stand-ins for the tutorial's services share: messages by pika, requests by the standard library.

They speak as the tutorial does: queues that are not durable, consumers that acknowledge before they act, the event's name
as content type, no identity and no confirms.
"""

import json
import os
import signal
import sqlite3
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pika

LOCK = threading.RLock()


def connect():
    return pika.BlockingConnection(pika.URLParameters(os.environ["AMQP_URI"]))


def open_database(schema):
    database = sqlite3.connect(os.environ["DATABASE"], check_same_thread=False, isolation_level=None)
    database.executescript(schema)
    return database


def publish(queue, event, body):
    connection = connect()
    channel = connection.channel()
    channel.basic_publish("", queue, json.dumps(body), pika.BasicProperties(content_type=event))
    connection.close()


def consume(queue, act):
    channel = connect().channel()
    channel.queue_declare(queue=queue)

    def on_message(_channel, _method, properties, body):
        with LOCK:
            act(properties.content_type, json.loads(body))

    channel.basic_consume(queue=queue, on_message_callback=on_message, auto_ack=True)
    threading.Thread(target=channel.start_consuming, daemon=True).start()


def serve(routes):
    """routes(method, path, body) gives status and answer."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def answer(self):
            length = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(length)) if length else None
            with LOCK:
                status, result = routes(self.command, self.path.strip("/").split("/"), body)
            data = b"" if result is None else json.dumps(result).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_POST = do_PUT = do_DELETE = answer

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", "0"))), Handler)
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    print("listens on", server.server_address[1], flush=True)
    server.serve_forever()
