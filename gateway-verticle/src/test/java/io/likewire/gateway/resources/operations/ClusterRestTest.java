package io.likewire.gateway.resources.operations;

import static io.likewire.gateway.TestGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.likewire.contracts.auth.Role;
import io.likewire.contracts.bus.Addresses;
import io.likewire.contracts.bus.Call;
import io.likewire.contracts.operations.DeadLetterQueueName;
import io.likewire.contracts.operations.DeadLettersEndpoint;
import io.likewire.contracts.operations.DeadLettersService;
import io.likewire.contracts.operations.NodeReport;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.FakeAuth;
import io.likewire.gateway.TestGateway;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterRestTest {
    private static final String PARKED = "/api/operations/messages/parked";
    private static final List<String> ASKED = new CopyOnWriteArrayList<>();

    @AutoClose
    private static TestGateway gateway;

    private static volatile boolean brokerIsAway;

    @BeforeAll
    static void start() {
        gateway = TestGateway.strict();
        DeadLettersEndpoint.open(gateway.vertx, new AskedMessages(), gateway.unexpected::add);
    }

    @BeforeEach
    void forget() {
        ASKED.clear();
        brokerIsAway = false;
    }

    @Test
    void everyNodeThatSpokeIsListedWithTheOldestFirst() {
        tell("young", Instant.parse("2026-11-21T11:00:00Z"));
        tell("old", Instant.parse("2026-11-21T10:00:00Z"));
        tell("old", Instant.parse("2026-11-21T10:00:00Z"));

        await().untilAsserted(() -> assertThat(nodes()).containsExactly("old", "young"));
    }

    @Test
    void oneMessageOrAllAreMeantAndNeverNeither() {
        assertThat(send("POST", PARKED + "/replay", "{\"id\":\"one\"}").statusCode())
                .isEqualTo(200);
        assertThat(send("POST", PARKED + "/replay", "{\"id\":\"*\"}").statusCode())
                .isEqualTo(200);
        assertThat(send("POST", "/api/operations/messages/unrouted/drop", "{\"id\":\"one\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(send("GET", PARKED + "?limit=3", null).statusCode()).isEqualTo(200);

        assertThat(ASKED)
                .containsExactly("replay PARKED one", "replay PARKED null", "drop UNROUTED one", "list PARKED 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"id\":\"\"}", "{\"id\":7}", "{\"id\":null}", "{\"id\":\"one\",\"all\":true}", "[]"})
    void whateverDoesNotSayWhichIsRefused(String body) {
        assertThat(problem(send("POST", PARKED + "/drop", body), 400).getJsonObject("errors"))
                .isNotEmpty();
        assertThat(ASKED).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=51", "?limit=x", "?limit=1&limit=2"})
    void aBadLimitIsRefused(String query) {
        problem(send("GET", PARKED + query, null), 400);
    }

    @Test
    void anotherLotIsNotThere() {
        problem(send("GET", "/api/operations/messages/lost", null), 404);
    }

    @Test
    void withoutTheBrokerItIsUnavailable() {
        brokerIsAway = true;
        assertThat(problem(send("GET", PARKED, null), 503).getString("message")).contains("broker");
    }

    private void tell(String node, Instant since) {
        NodeReport report =
                new NodeReport(node, since, new JsonObject(), new JsonObject(), new JsonObject(), new JsonObject());
        gateway.vertx.eventBus().publish(Addresses.NODES, report.toJson());
    }

    private List<String> nodes() {
        JsonArray nodes =
                new JsonObject(send("GET", "/api/operations/nodes", null).body()).getJsonArray("nodes");
        return nodes.stream().map(node -> ((JsonObject) node).getString("node")).toList();
    }

    private HttpResponse<String> send(String method, String path, String body) {
        String token = "Bearer " + FakeAuth.token(1, Role.ADMIN);
        return gateway.sendJson(method, path, body, "Authorization", token);
    }

    private static final class AskedMessages implements DeadLettersService {
        @Override
        public Future<JsonObject> list(DeadLetterQueueName lot, int limit, Call call) {
            return brokerIsAway
                    ? Future.failedFuture(new Refusal(ProblemType.UNAVAILABLE, "The broker did not answer"))
                    : answer("list", lot, limit);
        }

        @Override
        public Future<JsonObject> replay(DeadLetterQueueName lot, String id, Call call) {
            return answer("replay", lot, id);
        }

        @Override
        public Future<JsonObject> drop(DeadLetterQueueName lot, String id, Call call) {
            return answer("drop", lot, id);
        }

        private Future<JsonObject> answer(String action, DeadLetterQueueName lot, Object what) {
            ASKED.add(action + " " + lot + " " + what);
            return Future.succeededFuture(new JsonObject());
        }
    }
}
