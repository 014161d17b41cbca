package io.likewire.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.contracts.bus.RequestKey;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.platform.database.Database;
import io.likewire.platform.database.Transactions;
import io.likewire.platform.idempotency.IdempotencyKeys.Kept;
import io.likewire.servers.testing.TestServers;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdempotencyKeysIT {
    private static final RequestKey KEY = key("k-1", "{}");
    private final Vertx vertx = Vertx.vertx();
    private Database database;
    private Pool pool;

    @BeforeEach
    void open() {
        database = new Database(vertx, URI.create(TestServers.mysql().freshDatabase("keys")));
        database.migrate("db/keys").await();
        pool = database.pool("test", 16);
    }

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void fiftyAtOnceHaveOneEffectAndOneAnswer() {
        List<Future<Kept>> all =
                IntStream.range(0, 50).mapToObj(i -> send(pool, command(KEY))).toList();
        Future.all(all).await();

        assertThat(effects()).isEqualTo(1);
        assertThat(all.stream().map(kept -> kept.result().answer().toString()).distinct())
                .hasSize(1);
        assertThat(all.stream().filter(kept -> !kept.result().replayed())).hasSize(1);
    }

    @Test
    void theSameCommandGetsItsOwnAnswerAndNoReplay() {
        KeyedCommand command = command(KEY);
        Kept first = send(pool, command).await();

        assertThat(send(pool, command).await()).isEqualTo(first);
        assertThat(send(pool, command(KEY)).await().replayed()).isTrue();
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void theKeyOfAnotherRequestIsRefused() {
        send(pool, command(KEY)).await();

        refused(ProblemType.IDEMPOTENCY_MISMATCH, () -> send(pool, command(key("k-1", "{ }")))
                .await());
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void afterAFailureOrACrashTheKeyIsFreeAgain() {
        SqlConnection dying = database.single("dying").getConnection().await();
        dying.begin().await();
        IdempotencyKeys.once(dying, command(KEY), () -> effect(dying)).await();
        long session = dying.query("SELECT CONNECTION_ID()")
                .execute()
                .await()
                .iterator()
                .next()
                .getLong(0);
        pool.query("KILL " + session).execute().await();
        Future<Kept> failed = new Transactions(pool)
                .write(transaction -> IdempotencyKeys.once(transaction, command(KEY), () -> effect(transaction)
                        .compose(done -> Future.failedFuture("it died in the middle"))));
        assertThatThrownBy(failed::await).hasMessageContaining("it died in the middle");

        assertThat(send(pool, command(KEY)).await().replayed()).isFalse();
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void manyWaitForOneThatIsRolledBackAndOneOfThemTakesItsPlace() {
        SqlConnection first = database.single("first").getConnection().await();
        Transaction transaction = first.begin().await();
        IdempotencyKeys.once(first, command(KEY), () -> effect(first)).await();

        List<Future<Kept>> waiting =
                IntStream.range(0, 10).mapToObj(i -> send(pool, command(KEY))).toList();
        transaction.rollback().await();
        Future.all(waiting).await();

        assertThat(effects()).isEqualTo(1);
        assertThat(waiting.stream().filter(kept -> !kept.result().replayed())).hasSize(1);
    }

    @Test
    void aKeyThatSomebodyHoldsForTooLongIsStillRunning() {
        SqlConnection holder = database.single("holder").getConnection().await();
        Transaction transaction = holder.begin().await();
        IdempotencyKeys.once(holder, command(KEY), () -> effect(holder)).await();

        Pool impatient = database.single("impatient");
        impatient.query("SET SESSION innodb_lock_wait_timeout = 1").execute().await();
        refused(ProblemType.IDEMPOTENCY_RUNNING, () -> send(impatient, command(KEY))
                .await());
        transaction.commit().await();
        assertThat(send(pool, command(KEY)).await().replayed()).isTrue();
    }

    @Test
    void keysAreForgottenAfterTwoDaysAndNotBefore() {
        KeyPurge purge = new KeyPurge(new Transactions(pool));
        Future.all(IntStream.range(0, 300)
                        .mapToObj(i -> send(pool, command(key("old-" + i, "{}"))))
                        .toList())
                .await();
        send(pool, command(KEY)).await();
        age("47:59:00", true);

        assertThat(purge.removeSome().await()).isFalse();
        assertThat(number("SELECT COUNT(*) FROM idempotency_key")).isEqualTo(301);

        age("00:02:00", false);
        assertThat(purge.removeSome().await()).as("there may be more").isTrue();
        assertThat(purge.removeSome().await()).isFalse();
        assertThat(number("SELECT COUNT(*) FROM idempotency_key")).isEqualTo(1);
        assertThat(send(pool, command(KEY)).await().replayed()).isTrue();
        assertThat(send(pool, command(key("old-0", "{}"))).await().replayed()).isFalse();
    }

    private void age(String time, boolean all) {
        pool.query("UPDATE idempotency_key SET created_at = SUBTIME(created_at, '" + time + "')"
                        + (all ? "" : " WHERE id <> UNHEX('" + KEY.id() + "')"))
                .execute()
                .await();
    }

    private Future<Kept> send(Pool node, KeyedCommand command) {
        return new Transactions(node)
                .write(transaction -> IdempotencyKeys.once(transaction, command, () -> effect(transaction)));
    }

    private static Future<Buffer> effect(SqlConnection transaction) {
        return transaction
                .query("INSERT INTO effect () VALUES ()")
                .execute()
                .map(done -> Buffer.buffer(UUID.randomUUID().toString()));
    }

    private long effects() {
        return number("SELECT COUNT(*) FROM effect");
    }

    private long number(String sql) {
        return pool.query(sql).execute().await().iterator().next().getLong(0);
    }

    private static void refused(ProblemType type, ThrowingCallable request) {
        assertThatThrownBy(request).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.type())
                .isEqualTo(type));
    }

    private static KeyedCommand command(RequestKey key) {
        return new KeyedCommand(key, UUID.randomUUID());
    }

    private static RequestKey key(String key, String body) {
        return RequestKey.of("ann", key, "POST", "/api/products", Buffer.buffer(body));
    }
}
