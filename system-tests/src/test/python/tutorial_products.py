"""The tutorial's products service: keeps products with a counter, tells of each change."""

import os

from counterpart import consume, open_database, publish, serve

KEYS = ("id", "title", "image", "likes")
database = open_database(
    "CREATE TABLE IF NOT EXISTS product"
    " (id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT, image TEXT, likes INTEGER DEFAULT 0)"
)
if os.environ.get("FIRST_ID") and not database.execute("SELECT 1 FROM sqlite_sequence").fetchone():
    database.execute("INSERT INTO sqlite_sequence VALUES ('product', ?)", (int(os.environ["FIRST_ID"]) - 1,))


def products(where="", values=()):
    rows = database.execute(f"SELECT id, title, image, likes FROM product {where} ORDER BY id", values).fetchall()
    return [dict(zip(KEYS, row)) for row in rows]


def on_event(_event, body):
    database.execute("UPDATE product SET likes = likes + 1 WHERE id = ?", (body,))


def routes(method, path, body):
    if method == "GET":
        return 200, products()
    if method == "POST":
        values = (body["title"], body["image"])
        number = database.execute("INSERT INTO product (title, image) VALUES (?, ?)", values).lastrowid
        product = products("WHERE id = ?", (number,))[0]
        publish("main", "product_created", product)
        return 201, product
    number = path[2]
    if method == "PUT":
        values = (body["title"], body["image"], number)
        database.execute("UPDATE product SET title = ?, image = ? WHERE id = ?", values)
        product = products("WHERE id = ?", (number,))[0]
        publish("main", "product_updated", product)
        return 202, product
    database.execute("DELETE FROM product WHERE id = ?", (number,))
    publish("main", "product_deleted", number)
    return 204, None


consume("admin", on_event)
serve(routes)
