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
    private static final int MEMORY_KIB = 9 * 1024;
    private static final int PASSES = 4;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int MOST_WAITING = 32;

    /** Of random bytes that were not kept, made with the parameters above: to check it takes as long as any other. */
    private static final String NOBODYS_HASH =
            "$argon2id$v=19$m=9216,t=4,p=1" + "$UpzQbFx0YFogOlFOA0ov4A$gUHswGdrRKQOP9GRXpiXzsaAx32P+IgHDMB3cGrgj/k";

    private final WorkerExecutor workers;
    private final PasswordRules rules = new PasswordRules();
    private final Timer hashing;
    private volatile int waiting;

    public ArgonPasswords(Vertx vertx, MeterRegistry metrics) {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        this.hashing = metrics.timer("likewire.passwords.hashing");
        Gauge.builder("likewire.passwords.waiting", this, passwords -> passwords.waiting)
                .register(metrics);
        this.workers = vertx.createSharedWorkerExecutor("passwords", threads);
    }

    @Override
    public Future<String> hashNew(String username, String password, String field, Call call) {
        return run(call, () -> {
            rules.require(username, password, field);
            return hash(password);
        });
    }

    @Override
    public Future<Boolean> matches(String password, String hash, Call call) {
        return run(call, () -> {
            String stored = hash == null ? NOBODYS_HASH : hash;
            boolean equal = Password.check(password, stored).with(Argon2Function.getInstanceFromHash(stored));
            return equal && hash != null;
        });
    }

    @Override
    public Future<String> rehash(String password, String hash, Call call) {
        return Argon2Function.getInstanceFromHash(hash).equals(argon())
                ? Future.succeededFuture(null)
                : run(call, () -> hash(password));
    }

    private String hash(String password) {
        return Password.hash(password).addRandomSalt(SALT_BYTES).with(argon()).getResult();
    }

    /** Kept by the library with its memory, from the first use on. */
    private static Argon2Function argon() {
        return Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
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
