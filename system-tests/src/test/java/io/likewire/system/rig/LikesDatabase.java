package io.likewire.system.rig;

import io.likewire.system.rig.ledger.Like;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The tables of likes-verticle, read past it. */
public final class LikesDatabase extends Database {
    LikesDatabase(String uri) {
        super(uri);
    }

    /** The visitors with a row for the product. */
    public Set<UUID> likers(long productId) {
        return new HashSet<>(
                query("SELECT liker FROM likes WHERE product_id = ?", rows -> uuid(rows.getBytes(1)), productId));
    }

    /** All rows of some products. */
    public Set<Like> likes(Collection<Long> products) {
        return products.stream()
                .flatMap(product -> likers(product).stream().map(liker -> new Like(product, liker)))
                .collect(Collectors.toSet());
    }

    /** How many rows the product has. */
    public long rows(long productId) {
        return number("SELECT COUNT(*) FROM likes WHERE product_id = ?", productId);
    }

    /** How many rows there are, by product. */
    Map<Long, Long> rows() {
        return numbers("SELECT product_id, COUNT(*) FROM likes GROUP BY product_id");
    }

    /** The counts that likes-verticle keeps, by product. */
    Map<Long, Long> counts() {
        return numbers("SELECT id, likes FROM product");
    }

    /** The count that likes-verticle keeps; -1 for a product it has never heard of. */
    public long count(long productId) {
        return query("SELECT likes FROM product WHERE id = ?", rows -> rows.getLong(1), productId).stream()
                .findFirst()
                .orElse(-1L);
    }

    /** Likes of as many visitors, and the count of them. */
    public void addLikes(long productId, int number) {
        change(
                "INSERT INTO likes (product_id, liker, command_id) SELECT ?, UNHEX(LEFT(SHA2(n, 256), 32)), UNHEX(LEFT(SHA2(n, 256), 32)) FROM ("
                        + Numbers.upTo(number) + ") AS numbers",
                productId);
        change("UPDATE product SET likes = likes + ? WHERE id = ?", number, productId);
    }

    /** Whether the removal of its likes has not come to its end. */
    public boolean isBeingRemoved(long productId) {
        return number("SELECT COUNT(*) FROM deletion WHERE product_id = ?", productId) > 0;
    }

    /** Events out of date, which do no harm when they come. */
    public void fillOutbox(long productId, int number) {
        Numbers.fillOutbox(this, "likes.changed", "product_likes_changed", productId, number);
    }

    /** The next round of comparisons begins now. */
    public void reconcileNow() {
        change("UPDATE reconciliation SET after_id = 0, started_at = '1970-01-02'");
    }

    /** Whether that round has come to its end. */
    public boolean isReconciled() {
        return number("SELECT COUNT(*) FROM reconciliation WHERE after_id = 0 AND started_at > '1971-01-01'") > 0;
    }

    /** Likes-verticle no longer knows the product, so it puts nothing right that a test tells in its name. */
    public long forget(long productId) {
        Patience.await("likes-verticle knows the product").until(() -> count(productId) >= 0);
        change("DELETE FROM product WHERE id = ?", productId);
        return productId;
    }

    /** Events that the broker has not confirmed: products whose count is to be told, and what an older release left. */
    public long outbox() {
        return number("SELECT (SELECT COUNT(*) FROM announcement) + (SELECT COUNT(*) FROM outbox)");
    }

    /** Replica and likes of all products with ids from the first to the last, to be compared. */
    public List<String> dump(long first, long last) {
        List<String> all = dump("SELECT * FROM product WHERE id BETWEEN ? AND ? ORDER BY id", first, last);
        all.addAll(dump(
                "SELECT product_id, HEX(liker), HEX(command_id), created_at FROM likes"
                        + " WHERE product_id BETWEEN ? AND ? ORDER BY product_id, liker",
                first,
                last));
        return all;
    }

    /** Version and tombstone of each replica, without its id. */
    public List<String> replicas(long first, long last) {
        return dump(
                "SELECT id - ?, likes, version, product_version, deleted FROM product WHERE id BETWEEN ? AND ?"
                        + " ORDER BY id",
                first,
                first,
                last);
    }

    /** Takes the lock under which every writer of a product's likes works. */
    public Connection lock(long productId) throws SQLException {
        return lock("SELECT id FROM product WHERE id = " + productId + " FOR UPDATE");
    }

    /** Returns when a transaction waits for a row. InnoDB's answer is up to 100 ms old. */
    public void awaitLockWaiter() {
        String waiters = "SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'";
        Patience.await("somebody waits for a lock")
                .pollInterval(Duration.ofMillis(200))
                .until(() -> number(waiters) > 0);
    }

    private static UUID uuid(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
