package io.likewire.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.GetResponse;
import io.likewire.contracts.events.BrokerNames;
import io.likewire.servers.testing.OnEveryBroker;
import io.likewire.servers.testing.TestBroker;
import io.likewire.servers.testing.TestServers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BridgeInIT {
    @OnEveryBroker
    void eachLikeOfTheirsBecomesOneOfOurs(TestBroker broker) throws Exception {
        try (RunningBridge bridge = new RunningBridge(broker, Counterpart.LIKES).start()) {
            for (int i = 0; i < 300; i++) {
                bridge.probe.say("admin", "product_liked", i % 2 == 0 ? "7" : "8");
            }
            bridge.stop();
            bridge.start();

            bridge.until(() -> bridge.services.likes.size() == 300);
            assertThat(bridge.services.likes)
                    .filteredOn(like -> like.startsWith("7 "))
                    .hasSize(150);
            bridge.until(() -> bridge.waiting("admin") + bridge.waiting(BrokerNames.BRIDGE_LIKES) == 0);
        }
    }

    @OnEveryBroker
    void whatTheyTellOfProductsBecomesSoHere(TestBroker broker) throws Exception {
        try (RunningBridge bridge = new RunningBridge(broker, Counterpart.PRODUCTS).start()) {
            bridge.probe.say("main", "product_created", product("Tea"));
            bridge.probe.say("main", "product_updated", product("Green tea"));
            bridge.probe.say("main", "product_deleted", "\"7\"");

            bridge.until(() -> bridge.services.products.size() == 3);
            assertThat(bridge.services.products).containsExactly("7 Tea", "7 Green tea", "7 deleted");
        }
    }

    @OnEveryBroker
    void whatCannotBeReadIsParkedAndTheRestGoesOn(TestBroker broker) throws Exception {
        try (RunningBridge bridge = new RunningBridge(broker, Counterpart.LIKES).start()) {
            bridge.probe.say("admin", "product_liked", "not json");
            bridge.probe.say("admin", "product_created", product("Tea"));
            bridge.probe.say("admin", "product_liked", "404");
            bridge.probe.say("admin", "product_liked", "7");

            bridge.until(() -> bridge.services.likes.size() == 1 && bridge.waiting(BrokerNames.PARKED) == 3);
            List<GetResponse> parked = bridge.probe.takeAll(BrokerNames.PARKED);
            assertThat(parked)
                    .allSatisfy(message -> assertThat(
                                    message.getProps().getHeaders().get("likewire-queue"))
                            .hasToString(BrokerNames.BRIDGE_LIKES))
                    .extracting(message -> message.getProps()
                            .getHeaders()
                            .get("likewire-reason")
                            .toString())
                    .anyMatch(reason -> reason.contains("Expected JSON"))
                    .anyMatch(reason -> reason.contains("Expected product_liked, but got product_created"))
                    .anyMatch(reason -> reason.contains("There is no product 404"));
        }
    }

    @Tag("full")
    @Test
    void whatIsToldFasterThanItCanBeAppliedIsSettledBitByBit() throws Exception {
        try (RunningBridge bridge = new RunningBridge(TestServers.broker(), Counterpart.PRODUCTS).start()) {
            bridge.services.slowness = Duration.ofMillis(400);
            List<String> titles =
                    IntStream.range(0, 40).mapToObj(number -> "Tea " + number).toList();
            for (String title : titles) {
                bridge.probe.say("main", "product_updated", product(title));
            }

            bridge.until(() -> bridge.services.products.contains("7 Tea 39"));
            assertThat(bridge.services.products)
                    .containsExactlyElementsOf(
                            titles.stream().map(title -> "7 " + title).toList());
            bridge.stop();
            bridge.until(() -> bridge.waiting(BrokerNames.BRIDGE_PRODUCTS) == 0);
        }
    }

    @Tag("full")
    @Test
    void likesThatAreTakenSlowlyAreTakenAll() throws Exception {
        try (RunningBridge bridge = new RunningBridge(TestServers.broker(), Counterpart.LIKES).start()) {
            bridge.services.slowness = Duration.ofMillis(150);
            for (int i = 0; i < 100; i++) {
                bridge.probe.say("admin", "product_liked", "7");
            }

            bridge.until(() -> bridge.services.likes.size() == 100);
            bridge.services.slowness = Duration.ZERO;
            bridge.until(() -> bridge.waiting("admin") + bridge.waiting(BrokerNames.BRIDGE_LIKES) == 0);
        }
    }

    private static String product(String title) {
        return String.format(
                Locale.ROOT, "{\"id\": 7, \"title\": \"%s\", \"image\": \"https://x/y.png\", \"likes\": 0}", title);
    }
}
