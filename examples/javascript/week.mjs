// What the favourites know: of each product the newest count in each week, and the count before the first message. Each is the
// one with the greatest (or smallest) version, so messages that come twice, late or in another order change nothing.
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';

const DAY_MS = 86_400_000;

/** The ISO week of a moment in UTC, in a form that sorts. */
export function weekOf(moment) {
  const day = new Date(moment);
  if (Number.isNaN(day.getTime())) throw new Error(`no moment: ${moment}`);
  day.setUTCDate(day.getUTCDate() + 4 - (day.getUTCDay() || 7)); // the week belongs to the year of its Thursday
  const week = Math.ceil(((day - Date.UTC(day.getUTCFullYear(), 0, 1)) / DAY_MS + 1) / 7);
  return `${day.getUTCFullYear()}-W${String(Math.floor(week)).padStart(2, '0')}`;
}

export class Week {
  constructor(file) {
    this.file = file;
    this.products = new Map();
    this.deleted = new Set();
    try {
      const { products, deleted } = JSON.parse(readFileSync(file, 'utf8'));
      this.products = new Map(products);
      this.deleted = new Set(deleted);
    } catch (absent) {
      if (absent.code !== 'ENOENT') throw absent;
    }
  }

  /** Throws when it can never be applied, whoever reads it. */
  apply(type, headers, body) {
    const event = JSON.parse(body);
    if (type === 'product_deleted') {
      this.deleted.add(whole(event.id, 1));
    } else if (type === 'product_likes_changed') {
      this.#count(event, weekOf(headers['cloudEvents:time']));
    } else {
      throw new Error(`no event of ours: ${type}`);
    }
  }

  #count(event, week) {
    const likes = whole(event.likes);
    const version = whole(event.version, 1);
    const before = likes - whole(event.added) + whole(event.removed);
    if (version > (Date.now() + DAY_MS) * 1000) throw new Error(`version from the future: ${version}`);
    const id = whole(event.productId, 1);
    const product = this.products.get(id) ?? { beginning: { likes: before, version }, weeks: {} };
    if (version < product.beginning.version) product.beginning = { likes: before, version };
    if (version > (product.weeks[week]?.version ?? 0)) product.weeks[week] = { likes, version };
    this.products.set(id, product);
  }

  /** On the disk when it returns: the old file or the new one, never half of one. */
  save() {
    const fresh = openSync(`${this.file}.new`, 'w');
    writeSync(fresh, JSON.stringify({ products: [...this.products], deleted: [...this.deleted] }));
    fsyncSync(fresh);
    closeSync(fresh);
    renameSync(`${this.file}.new`, this.file);
  }

  favourites(week = weekOf(Date.now())) {
    return [...this.products]
      .filter(([id, product]) => week in product.weeks && !this.deleted.has(id))
      .map(([id, { beginning, weeks }]) => {
        const past = Object.keys(weeks).filter((other) => other < week).sort().at(-1);
        return { id, gained: weeks[week].likes - (past ? weeks[past] : beginning).likes, likes: weeks[week].likes };
      })
      .sort((a, b) => b.gained - a.gained || a.id - b.id)
      .slice(0, 10);
  }
}

function whole(number, least = 0) {
  if (!Number.isSafeInteger(number) || number < least) throw new Error(`no number from ${least}: ${number}`);
  return number;
}
