"""What the favourites know: of each product the newest count in each week, and the count before the first message.

Each is the one with the greatest (or smallest) version, so messages that come twice, late or in another order change nothing.
"""
import datetime, json, sqlite3, time

TABLES = """
CREATE TABLE IF NOT EXISTS weeks (product INTEGER, week TEXT, likes INTEGER, version INTEGER, PRIMARY KEY (product, week));
CREATE TABLE IF NOT EXISTS beginnings (product INTEGER PRIMARY KEY, likes INTEGER, version INTEGER);
CREATE TABLE IF NOT EXISTS deleted (product INTEGER PRIMARY KEY);"""
NEWEST = """INSERT INTO weeks (product, week, likes, version) VALUES (?, ?, ?, ?) ON CONFLICT (product, week)
DO UPDATE SET likes = excluded.likes, version = excluded.version WHERE excluded.version > version"""
OLDEST = """INSERT INTO beginnings (product, likes, version) VALUES (?, ?, ?) ON CONFLICT (product)
DO UPDATE SET likes = excluded.likes, version = excluded.version WHERE excluded.version < version"""
FAVOURITES = """SELECT now.product, now.likes - COALESCE(
    (SELECT past.likes FROM weeks past WHERE past.product = now.product AND past.week < now.week
     ORDER BY past.week DESC LIMIT 1), beginnings.likes) AS gained, now.likes
FROM weeks now JOIN beginnings USING (product)
WHERE now.week = ? AND now.product NOT IN (SELECT product FROM deleted) ORDER BY gained DESC, now.product LIMIT 10"""


class Week:
    def __init__(self, file):
        self.db = sqlite3.connect(file, timeout=10)
        self.db.executescript(TABLES)

    def apply(self, kind, headers, body):
        """In one transaction. Raises ValueError when it can never be applied, whoever reads it."""
        try:
            event = json.loads(body)
            with self.db:
                if kind == 'product_deleted':
                    self.db.execute('INSERT OR IGNORE INTO deleted VALUES (?)', (whole(event['id'], 1),))
                elif kind == 'product_likes_changed':
                    self._count(event, week_of(headers['cloudEvents:time']))
                else:
                    raise ValueError('no event of ours: %s' % kind)
        except (TypeError, KeyError, RecursionError) as wrong:
            raise ValueError(repr(wrong)) from wrong

    def _count(self, event, week):
        product, version, likes = whole(event['productId'], 1), whole(event['version'], 1), whole(event['likes'])
        if version > (time.time() + 86_400) * 1_000_000:
            raise ValueError('version from the future: %d' % version)
        before = likes - whole(event['added']) + whole(event['removed'])
        self.db.execute(NEWEST, (product, week, likes, version))
        self.db.execute(OLDEST, (product, before, version))

    def favourites(self):
        now = datetime.datetime.now(datetime.timezone.utc).isoformat()
        return self.db.execute(FAVOURITES, (week_of(now),)).fetchall()


def week_of(moment):
    """The ISO week of a moment in UTC, in a form that sorts."""
    return '%04d-W%02d' % datetime.datetime.fromisoformat(moment[:19]).isocalendar()[:2]


def whole(number, least=0):
    if type(number) is not int or not least <= number < 2 ** 63:
        raise ValueError('no number from %d: %r' % (least, number))
    return number
