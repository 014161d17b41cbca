package io.likewire.auth;

import static io.likewire.auth.Refusals.refusal;
import static io.likewire.auth.RunningAuth.PASSWORD;
import static io.likewire.auth.RunningAuth.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.auth.store.SqlPurge;
import io.likewire.contracts.auth.Session;
import io.likewire.contracts.bus.Addresses;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.platform.database.Transactions;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SessionOperationsIT {
    private static final int MANY = 2_500;

    @AutoClose
    private final RunningAuth auth = new RunningAuth();

    @Test
    void everySessionEndsAndGatewaysHearOfIt() throws Exception {
        List<JsonObject> news = new CopyOnWriteArrayList<>();
        auth.vertx.eventBus().<JsonObject>consumer(Addresses.AUTH_WITHDRAWN, heard -> news.add(heard.body()));
        Session head = auth.login("head", PASSWORD);
        auth.register("hugo");
        Session hugo = auth.login("hugo", PASSWORD);

        assertThat(endAll()).isEqualTo(2);

        assertRefused(head);
        assertRefused(hugo);
        assertThat(auth.withdrawn()).contains(Tokens.sid(head), Tokens.sid(hugo));
        Awaitility.await().until(() -> news.stream()
                .anyMatch(one ->
                        one.encode().contains(Tokens.sid(head)) && one.encode().contains(Tokens.sid(hugo))));
        assertThat(endAll()).isZero();
        auth.client.refresh(auth.login("hugo", PASSWORD).refreshToken(), call()).await();
    }

    @Test
    void gatewaysAreToldOfWhatHasJustEndedAlone() throws Exception {
        List<JsonObject> news = new CopyOnWriteArrayList<>();
        auth.vertx.eventBus().<JsonObject>consumer(Addresses.AUTH_WITHDRAWN, heard -> news.add(heard.body()));
        Session earlier = auth.login("head", PASSWORD);
        auth.client.logout(earlier.refreshToken(), call()).await();
        auth.sql("UPDATE session SET withdrawn_at = NOW(6) - INTERVAL 1 MINUTE");
        Session now = auth.login("head", PASSWORD);
        auth.client.logout(now.refreshToken(), call()).await();

        Awaitility.await().until(() -> news.stream().anyMatch(one -> one.containsKey(Tokens.sid(now))));
        assertThat(news.get(news.size() - 1).fieldNames()).containsExactly(Tokens.sid(now));
        assertThat(auth.withdrawn()).contains(Tokens.sid(earlier), Tokens.sid(now));
    }

    @Test
    void whatHasExpiredIsRemovedHoweverMuchItIs() throws Exception {
        auth.sql(manySessions("- INTERVAL 2 DAY"));
        Pool pool = auth.pool();
        SqlPurge purge = new SqlPurge(new Transactions(pool));
        int runs = 0;
        while (purge.removeSome().await()) {
            runs++;
        }

        assertThat(runs).isGreaterThanOrEqualTo(MANY / 256 - 1);
        assertThat(pool.query("SELECT id FROM session").execute().await().size())
                .isZero();
    }

    @Test
    void howManyThereAreDoesNotMatter() throws Exception {
        auth.sql(manySessions("+ INTERVAL 1 DAY"));

        assertThat(endAll()).isEqualTo(MANY);
    }

    /** @param expires from now */
    private static String manySessions(String expires) {
        return "INSERT INTO session (id, account_id, secret, expires_at) VALUES "
                + IntStream.range(0, MANY)
                        .mapToObj(
                                i -> "(UNHEX(MD5(" + i + ")), 1, UNHEX(SHA2(" + i + ", 256)), NOW(6) " + expires + ")")
                        .collect(Collectors.joining(","));
    }

    private void assertRefused(Session session) {
        assertThat(refusal(() -> auth.client
                                .refresh(session.refreshToken(), call())
                                .await())
                        .type())
                .isEqualTo(ProblemType.UNAUTHORIZED);
    }

    private int endAll() throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + auth.management + "/sessions");
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).DELETE().build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new JsonObject(answer.body()).getInteger("ended");
    }
}
