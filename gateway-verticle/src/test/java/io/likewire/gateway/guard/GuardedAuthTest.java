package io.likewire.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.auth.AuthService;
import io.likewire.contracts.auth.Credentials;
import io.likewire.contracts.auth.Session;
import io.likewire.contracts.bus.Call;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardedAuthTest {
    private static final Credentials WHO = new Credentials("ann", "tulips-in-march-4711");
    private final Vertx vertx = Vertx.vertx();
    private final Queue<Promise<Object>> asked = new ArrayDeque<>();
    private final AuthService auth = (AuthService) Proxy.newProxyInstance(
            AuthService.class.getClassLoader(), new Class<?>[] {AuthService.class}, (proxy, method, arguments) -> {
                asked.add(Promise.promise());
                return asked.peek().future();
            });
    private final Guard guard =
            new Guard(vertx, "auth", new Room(2, 2), Duration.ofSeconds(1), new Lag(vertx), new SimpleMeterRegistry());
    private final GuardedAuth guarded = new GuardedAuth(auth, guard);

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void whatTakesAHashIsBoundedAndRefusedBeforeAnybodyIsAsked() {
        guarded.login(WHO, null, call());
        guarded.register(WHO, call());
        assertThat(guard.full()).isTrue();

        Future<Session> third = guarded.login(WHO, null, call());

        assertThat(third.cause()).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.type())
                .isEqualTo(ProblemType.OVERLOADED));
        assertThat(asked).hasSize(2);
    }

    @Test
    void whatTakesNoneIsAskedAllTheSame() {
        guarded.login(WHO, null, call());
        guarded.login(WHO, null, call());

        guarded.trust(call());
        guarded.logout("token", call());
        guarded.refresh("token", call());

        assertThat(asked).hasSize(5);
    }

    private static Call call() {
        return Call.command(Duration.ofSeconds(5));
    }
}
