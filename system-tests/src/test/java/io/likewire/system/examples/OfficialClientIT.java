package io.likewire.system.examples;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.Node;
import io.likewire.system.rig.Npm;
import io.likewire.system.rig.Program;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Service;
import io.likewire.system.rig.Wired;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Vert.x' own event bus client on Node.js: the example of docs/gateway-verticle.md. */
@Tag("full")
class OfficialClientIT {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static Path client;
    private final Cluster cluster = Wired.shared().cluster();
    private final Rest rest = cluster.rest();

    @BeforeAll
    static void start() {
        client = Npm.install(ROOT.resolve("examples/event-bus"));
    }

    @Test
    void countsArriveAndGoOnArrivingAfterTheGatewayWasKilled() throws Exception {
        long tea = rest.create("Tea");
        Node gateway = cluster.node(Service.GATEWAY);
        try (ExampleProcess example = watch(tea)) {
            awaitLine(example, tea, 0);
            rest.newVisitor().like(tea);
            awaitLine(example, tea, 1);

            gateway.process().kill();
            await("it notices").until(() -> example.said("closed"));
            gateway.restart();
            cluster.awaitAnswers();
            rest.newVisitor().like(tea);
            awaitLine(example, tea, 2);
            rest.newVisitor().like(tea);
            awaitLine(example, tea, 3);

            assertThat(Collections.frequency(example.lines(), "open")).isEqualTo(2);
            assertThat(counts(example)).doesNotHaveDuplicates();
            assertThat(example.stop()).isZero();
        }
    }

    @Test
    void theFeedTellsOfEveryProductThatChanges() {
        long tea = rest.create("Tea");
        long coffee = rest.create("Coffee");
        try (ExampleProcess example = watch()) {
            await("it is open").until(() -> example.said("open"));
            await("both").until(() -> {
                rest.newVisitor().like(tea);
                rest.newVisitor().like(coffee);
                return Stream.of(tea, coffee)
                        .allMatch(id -> counts(example).stream().anyMatch(line -> line.startsWith("product " + id)));
            });
        }
    }

    @Test
    void nothingThatAClientSendsReachesTheBus() throws Exception {
        long tea = rest.create("Tea");
        String products = rest.get("/api/products?limit=500").text();
        try (ExampleProcess example = watch(tea)) {
            awaitLine(example, tea, 0);

            Program intruder = Program.run(
                    client,
                    Map.of(),
                    List.of(
                            "node",
                            ROOT.resolve("system-tests/src/test/tools/intruder.cjs")
                                    .toString(),
                            client.toString(),
                            cluster.gateway().toString(),
                            Long.toString(tea)));

            assertThat(intruder.output().lines()).hasSize(6).containsOnly("access_denied");
            rest.newVisitor().like(tea);
            awaitLine(example, tea, 1);
            assertThat(counts(example)).noneMatch(line -> line.contains("999"));
            assertThat(rest.trueLikes(tea).getLong("likes")).isEqualTo(1);
            assertThat(rest.get("/api/products?limit=500").text()).doesNotContain("Intruder");
            assertThat(products).doesNotContain("Intruder");
        }
    }

    private ExampleProcess watch(Long... products) {
        Stream<String> command =
                Stream.of("node", "live-counts.cjs", cluster.gateway().toString());
        Stream<String> ids = Stream.of(products).map(String::valueOf);
        return ExampleProcess.start(
                client, Map.of(), Stream.concat(command, ids).toList());
    }

    private static void awaitLine(ExampleProcess example, long product, int likes) {
        String line = String.format(Locale.ROOT, "product %d: %d likes", product, likes);
        await(line).until(() -> example.said(line));
    }

    private static List<String> counts(ExampleProcess example) {
        return example.lines().stream()
                .filter(line -> line.startsWith("product"))
                .toList();
    }
}
