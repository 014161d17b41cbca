package io.likewire.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.likewire.contracts.auth.AuthClient;
import io.likewire.contracts.auth.Credentials;
import io.likewire.contracts.auth.PasswordChange;
import io.likewire.contracts.auth.Session;
import io.likewire.contracts.bus.Addresses;
import io.likewire.contracts.bus.Answer;
import io.likewire.contracts.bus.BusClient;
import io.likewire.contracts.bus.BusEndpoint;
import io.likewire.contracts.bus.Call;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulkheadsTest {
    private static final Credentials WHO = new Credentials("ann", "tulips-in-march-4711");
    private final Vertx vertx = Vertx.vertx();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Bulkheads bulkheads = new Bulkheads(vertx, Duration.ofSeconds(30), new SimpleMeterRegistry());
    private final AuthClient auth = new AuthClient(vertx, bulkheads);

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void asManyPasswordsAsThereAreProcessorsAndTheNextIsRefusedBeforeAnybodyIsAsked() {
        neverAnswer();
        List<Future<Session>> first = fillPasswords();
        await().until(() -> asked.size() == first.size());

        assertThat(auth.login(WHO, null, call()).cause())
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.OVERLOADED));
        assertThat(auth.register(WHO, call()).failed()).isTrue();
        assertThat(auth.changePassword(7, new PasswordChange("old", "new"), call())
                        .failed())
                .isTrue();
        assertThat(asked).hasSameSizeAs(first);
    }

    @Test
    void whatTakesNoHashIsAskedAllTheSame() {
        neverAnswer();
        fillPasswords();

        auth.trust(call());
        auth.logout("token", call());
        auth.refresh("token", call());

        await().untilAsserted(() -> assertThat(asked).contains("trust", "logout", "refresh"));
    }

    @Test
    void healthAndTrustAreAskedHoweverManyAre() {
        assertThat(Stream.of(Addresses.AUTH, Addresses.LIKES, Addresses.PRODUCTS)
                        .map(address -> bulkheads.ofCall(address, BusClient.HEALTH)))
                .containsOnlyNulls();
        assertThat(bulkheads.ofCall(Addresses.AUTH, AuthClient.TRUST)).isNull();
        assertThat(bulkheads.ofCall(Addresses.MESSAGES, "replay")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/products, , likewire.products, list",
        "/api/products, limit=7&sort=title, likewire.products, list",
        "/api/products, q=tea, likewire.products, search",
        "/api/products, limit=7&q=tea, likewire.products, search",
        "/api/products/7, q=tea, likewire.products, get",
        "/api/products/7, , likewire.products, patch",
        "/api/products/batch, , likewire.products, create-all",
        "/api/products/import, dryRun=true, likewire.products, create-all",
        "/api/products/export, afterId=7, likewire.products, export",
        "/api/products/7/like, , likewire.likes, like",
        "/flask/api/products/7/like, , likewire.likes, unlike",
        "/flask/api/products, , likewire.products, list",
        "/api/likes/query, , likewire.likes, counts",
        "/api/me/likes, , likewire.likes, liked",
        "/api/auth/login, , likewire.auth, login",
        "/api/auth/register, , likewire.auth, register",
        "/api/auth/password, , likewire.auth, change-password",
        "/api/auth/refresh, , likewire.auth, refresh",
        "/api/auth/logout, , likewire.auth, logout"
    })
    void aRequestIsTurnedAwayByTheBulkheadThatItsCallNeeds(String path, String query, String address, String action) {
        assertThat(bulkheads.ofRequest(path, query)).isNotNull().isSameAs(bulkheads.ofCall(address, action));
    }

    @ParameterizedTest
    @CsvSource({"/", "/api/health", "/app.js", "/eventbus/websocket", "/.well-known/jwks.json"})
    void whatNeedsNoneIsNotTurnedAway(String path) {
        assertThat(bulkheads.ofRequest(path, "q=tea")).isNull();
    }

    private List<Future<Session>> fillPasswords() {
        return Stream.generate(() -> auth.login(WHO, null, call()))
                .limit(ConcurrencyRange.ofProcessors().most())
                .toList();
    }

    private void neverAnswer() {
        Map<String, BusEndpoint.Action<JsonObject>> actions = Stream.of(
                        "login", "register", "change-password", "trust", "logout", "refresh")
                .collect(Collectors.toMap(Function.identity(), action -> (body, call) -> {
                    asked.add(action);
                    return Promise.<Answer>promise().future();
                }));
        new BusEndpoint(vertx, Addresses.AUTH, actions, failure -> {})
                .registered()
                .await();
    }

    private static Call call() {
        return Call.command(Duration.ofSeconds(5));
    }
}
