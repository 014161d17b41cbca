package io.likewire.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.events.EventType;
import io.likewire.servers.testing.OnEveryBroker;
import io.likewire.servers.testing.TestBroker;
import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Their services end at messages about what they lack, and at the creation of what they have: neither is told. */
class KnownProductsIT {
    @OnEveryBroker
    void likesOfWhatTheirProductsServiceLacksWaitUntilItHasIt(TestBroker broker) throws Exception {
        try (HttpService theirs = new HttpService("[{\"id\": 9}]");
                RunningBridge bridge = new RunningBridge(broker, Counterpart.PRODUCTS, theirs.uri(), false)) {
            bridge.services.existing = existing(7, 8, 9);
            bridge.start();
            bridge.likes(7, 5, 2);
            bridge.likes(8, 4, 2);
            bridge.likes(9, 4, 2);
            assertThat(bridge.hear("admin", 1)).containsExactly("product_liked 9");

            bridge.probe.say("main", "product_created", product(7));
            bridge.until(() -> bridge.services.products.contains("7 Tea"));
            bridge.likes(7, 6, 3);
            assertThat(bridge.hear("admin", 3))
                    .containsExactly("product_liked 7", "product_liked 7", "product_liked 7");

            bridge.probe.say("main", "product_deleted", "\"7\"");
            bridge.until(() -> bridge.services.products.contains("7 deleted"));
            bridge.likes(7, 9, 4);
            bridge.likes(9, 5, 3);
            assertThat(bridge.hear("admin", 1)).containsExactly("product_liked 9");
        }
    }

    @OnEveryBroker
    void whatWasTakenOverFromTheirLikesServiceIsKnownThere(TestBroker broker) throws Exception {
        try (RunningBridge bridge = new RunningBridge(broker, Counterpart.LIKES)) {
            bridge.services.existing = existing(7, 8);
            bridge.start();
            bridge.takeOver(new JsonArray().add(TakeOverIT.product(7, "Tea", "/tea.svg", 3)));
            bridge.event(EventType.PRODUCT_UPDATED, "{\"id\":7,\"title\":\"Tea\",\"image\":\"/t\",\"version\":11}");
            bridge.event(EventType.PRODUCT_UPDATED, "{\"id\":8,\"title\":\"Tea\",\"image\":\"/t\",\"version\":11}");

            List<String> heard = bridge.hear("main", 2);
            assertThat(heard.get(0)).startsWith("product_updated {\"id\": 7,");
            assertThat(heard.get(1)).startsWith("product_created {\"id\": 8,");
        }
    }

    private static String existing(long... ids) {
        return LongStream.of(ids)
                .mapToObj(id -> "{\"id\":" + id + ",\"title\":\"Tea\",\"image\":\"/tea.svg\",\"likes\":3,"
                        + "\"likesVersion\":1,\"version\":10}\n")
                .collect(Collectors.joining());
    }

    private static String product(long id) {
        return "{\"id\": " + id + ", \"title\": \"Tea\", \"image\": \"https://x/y.png\", \"likes\": 0}";
    }
}
