package io.likewire.gateway.resources.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.likewire.contracts.auth.AccessTokens;
import io.likewire.contracts.auth.RevokedSessions;
import io.likewire.contracts.auth.Role;
import io.likewire.contracts.bus.Addresses;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.FakeAuth;
import io.likewire.gateway.TestGateway;
import io.likewire.platform.management.Audit;
import io.likewire.servers.testing.LoggedLines;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** An import takes long: who runs it may lose the right meanwhile, and it may end anywhere. */
class ImportOnTheRecordTest {
    private static final String SESSION = "6f2d9d0e-1d1c-4b5e-9a3b-0c6f2a7d5e11";
    private static final String FILE = "title,image\n"
            + IntStream.range(0, 1_000).mapToObj(i -> "Tea " + i + ",/t").collect(Collectors.joining("\n"));

    @AutoClose
    private final LoggedLines lines = new LoggedLines(Audit.LOGGER);

    @AutoClose
    private final TestGateway gateway = TestGateway.strict();

    private final String authorization = "Bearer "
            + FakeAuth.sign(
                    FakeAuth.header().build(),
                    FakeAuth.claims(1, Role.ADMIN)
                            .claim(AccessTokens.SESSION, SESSION)
                            .build(),
                    FakeAuth.KEY);

    @Test
    void whoseSessionEndsImportsNoFurtherRow() {
        gateway.products.batchGate = () -> {
            gateway.vertx
                    .eventBus()
                    .publish(
                            Addresses.AUTH_WITHDRAWN,
                            new RevokedSessions(Map.of(
                                            SESSION,
                                            Instant.now().plusSeconds(900).getEpochSecond()))
                                    .toJson());
            return gateway.vertx.executeBlocking(() -> {
                await().until(() -> gateway.get("/api/auth/me", "Authorization", authorization)
                                .statusCode()
                        == 401);
                return null;
            });
        };
        assertThat(problem(send(""))).isEqualTo(401);
        assertThat(gateway.products.count()).isLessThan(1_000);
        assertThat(told()).containsExactly("begun false null", "failed false " + gateway.products.count());
    }

    @Test
    void theEndOfAnImportThatBrokeOffIsUnknown() {
        gateway.products.batchGate = () -> gateway.products.count() < 200
                ? Future.succeededFuture()
                : Future.failedFuture(new Refusal(ProblemType.OVERLOADED, "too much"));
        assertThat(problem(send(""))).isEqualTo(503);
        assertThat(told()).containsExactly("begun false null", "unknown false " + gateway.products.count());
    }

    @Test
    void aDryRunSaysThatItIsOne() {
        send("?dryRun=true");
        assertThat(told()).containsExactly("done true 1000");
    }

    private String send(String query) {
        return gateway.send(
                        "POST",
                        "/api/products/import" + query,
                        FILE,
                        "Content-Type",
                        "text/csv",
                        "Authorization",
                        authorization)
                .body();
    }

    /** The status of what the last line tells. */
    private static int problem(String answer) {
        String last = answer.lines().reduce((a, b) -> b).orElseThrow();
        return new JsonObject(last).getJsonObject("problem").getInteger("status");
    }

    /** Outcome, dry run, and how many were made. */
    private List<String> told() {
        await().until(() -> lines.messages().stream().anyMatch(line -> !line.endsWith("begun")));
        return IntStream.range(0, lines.all().size())
                .mapToObj(lines::values)
                .map(values -> values.get("outcome") + " " + values.get("dryRun") + " " + values.get("created"))
                .toList();
    }
}
