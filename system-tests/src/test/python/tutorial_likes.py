"""The tutorial's likes service: keeps copies of products, takes likes, tells the products service of each."""

from counterpart import consume, open_database, publish, serve

database = open_database(
    "CREATE TABLE IF NOT EXISTS product (id INTEGER PRIMARY KEY, title TEXT, image TEXT);"
    "CREATE TABLE IF NOT EXISTS likes (product_id INTEGER)"
)


def on_event(event, body):
    if event == "product_created":
        database.execute("INSERT INTO product VALUES (?, ?, ?)", (body["id"], body["title"], body["image"]))
    elif event == "product_updated":
        values = (body["title"], body["image"], body["id"])
        assert database.execute("UPDATE product SET title = ?, image = ? WHERE id = ?", values).rowcount == 1
    elif event == "product_deleted":
        assert database.execute("DELETE FROM product WHERE id = ?", (int(body),)).rowcount == 1


def routes(method, path, _body):
    if method == "GET":
        rows = database.execute("SELECT id, title, image FROM product ORDER BY id").fetchall()
        return 200, [dict(zip(("id", "title", "image"), row)) for row in rows]
    product = int(path[2])
    database.execute("INSERT INTO likes VALUES (?)", (product,))
    publish("admin", "product_liked", product)
    return 200, {"message": "success"}


consume("main", on_event)
serve(routes)
