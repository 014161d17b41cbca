package io.likewire.auth.passwords;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.likewire.auth.domain.Passwords;
import io.likewire.contracts.bus.Call;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.Callable;

/**
 * Argon2id, on threads of its own, few of them: however many log in at once, the others keep their processor. Who would
 * wait too long is refused.
 */
public final class ArgonPasswords implements Passwords {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int MOST_WAITING = 32;

    private final Argon2Function argon = Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
    private final WorkerExecutor workers;
    private final Future<Prepared> prepared;
    private final Timer hashing;
    private volatile int waiting;

    /** What takes a while to make: a hash that nobody's password has, and the lists of common passwords. */
    private record Prepared(String nobodys, PasswordRules rules) {}

    public ArgonPasswords(Vertx vertx, MeterRegistry metrics) {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        this.hashing = metrics.timer("likewire.passwords.hashing");
        Gauge.builder("likewire.passwords.waiting", this, passwords -> passwords.waiting)
                .register(metrics);
        this.workers = vertx.createSharedWorkerExecutor("passwords", threads);
        this.prepared = workers.executeBlocking(() -> new Prepared(hash(""), new PasswordRules()));
    }

    @Override
    public Future<String> hashNew(String username, String password, String field, Call call) {
        return prepared.compose(ready -> run(call, () -> {
            ready.rules().require(username, password, field);
            return hash(password);
        }));
    }

    @Override
    public Future<Boolean> matches(String password, String hash, Call call) {
        return prepared.compose(ready -> run(call, () -> {
            String stored = hash == null ? ready.nobodys() : hash;
            boolean equal = Password.check(password, stored).with(Argon2Function.getInstanceFromHash(stored));
            return equal && hash != null;
        }));
    }

    @Override
    public Future<String> rehash(String password, String hash, Call call) {
        return Argon2Function.getInstanceFromHash(hash).equals(argon)
                ? Future.succeededFuture(null)
                : run(call, () -> hash(password));
    }

    private String hash(String password) {
        return Password.hash(password).addRandomSalt(SALT_BYTES).with(argon).getResult();
    }

    private <T> Future<T> run(Call call, Callable<T> work) {
        if (waiting >= MOST_WAITING) {
            return Future.failedFuture(new Refusal(ProblemType.OVERLOADED, "Too many passwords wait to be checked"));
        }
        waiting++;
        return workers.executeBlocking(
                        () -> {
                            if (call.expired()) {
                                throw new Refusal(ProblemType.TIMEOUT, "The login waited longer than its deadline");
                            }
                            return hashing.recordCallable(work);
                        },
                        false)
                .onComplete(done -> waiting--);
    }
}
