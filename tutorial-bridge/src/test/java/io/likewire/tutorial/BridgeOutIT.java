package io.likewire.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.events.EventType;
import io.likewire.servers.testing.OnEveryBroker;
import io.likewire.servers.testing.TestBroker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

class BridgeOutIT {
    private static final String TEA =
            "{\"id\":7,\"title\":\"Tee f\u00fcr zwei\",\"image\":\"https://x/y.png\",\"version\":10}";

    @OnEveryBroker
    void ourEventsAreToldInTheTutorialsBytes(TestBroker broker) throws Exception {
        try (RunningBridge bridge = new RunningBridge(broker, Counterpart.LISTENER).start()) {
            bridge.event(EventType.PRODUCT_CREATED, TEA);
            bridge.likes(7, 2, 10);
            assertThat(bridge.hear("main", 1))
                    .containsExactly("product_created {\"id\": 7, \"title\": \"Tee f\\u00fcr zwei\","
                            + " \"image\": \"https://x/y.png\", \"likes\": 0}");
            assertThat(bridge.hear("admin", 2)).containsExactly("product_liked 7", "product_liked 7");

            bridge.event(EventType.PRODUCT_UPDATED, TEA.replace("10}", "11}").replace("Tee f\u00fcr zwei", "Tea"));
            bridge.event(EventType.PRODUCT_DELETED, "{\"id\":7,\"version\":12}");
            assertThat(bridge.hear("main", 2))
                    .containsExactly(
                            "product_updated {\"id\": 7, \"title\": \"Tea\","
                                    + " \"image\": \"https://x/y.png\", \"likes\": 2}",
                            "product_deleted \"7\"");
        }
    }

    @OnEveryBroker
    void eachLikeIsToldOnceThroughRepeatsDisorderAndRestarts(TestBroker broker) throws Exception {
        Random random = new Random(4711);
        try (HttpService theirs = new HttpService("[{\"id\": 7}, {\"id\": 8}]");
                RunningBridge bridge = new RunningBridge(broker, Counterpart.PRODUCTS, theirs.uri(), false).start()) {
            for (int part = 0; part < 3; part++) {
                List<Integer> counts = new ArrayList<>(
                        IntStream.rangeClosed(1, 50 * (part + 1)).boxed().toList());
                Collections.shuffle(counts, random);
                for (int count : counts) {
                    bridge.likes(7, count, count);
                }
                bridge.stop();
                bridge.start();
            }
            assertThat(bridge.hear("admin", 150)).hasSize(150).containsOnly("product_liked 7");
            bridge.likes(8, 1, 1);
            assertThat(bridge.hear("admin", 1)).containsExactly("product_liked 8");
        }
    }

    @OnEveryBroker
    void whatWasThereBeforeIsNotTold(TestBroker broker) throws Exception {
        try (RunningBridge bridge = new RunningBridge(broker, Counterpart.LISTENER)) {
            bridge.services.existing = line();
            bridge.start();
            bridge.likes(7, 3, 20);
            bridge.likes(7, 5, 30);
            bridge.event(EventType.PRODUCT_UPDATED, TEA.replace("10}", "11}"));

            assertThat(bridge.hear("admin", 2)).containsExactly("product_liked 7", "product_liked 7");
            assertThat(bridge.hear("main", 1).get(0))
                    .startsWith("product_created {\"id\": 7,")
                    .endsWith("\"likes\": 5}");
        }
    }

    @OnEveryBroker
    void whoStartsWithNothingCanBeToldOfWhatWasThereBefore(TestBroker broker) throws Exception {
        try (RunningBridge bridge = new RunningBridge(broker, Counterpart.LIKES, null, true)) {
            bridge.services.existing = line();
            bridge.start();

            assertThat(bridge.hear("main", 1))
                    .containsExactly("product_created {\"id\": 7, \"title\": \"Tea\","
                            + " \"image\": \"/tea.svg\", \"likes\": 3}");
        }
    }

    @OnEveryBroker
    void whatTheyLackIsToldBeforeWhatChangesIt(TestBroker broker) throws Exception {
        try (HttpService theirs = new HttpService("[{\"id\": 7, \"title\": \"Tea\", \"image\": \"/tea.svg\"}]");
                RunningBridge bridge = new RunningBridge(broker, Counterpart.LIKES, theirs.uri(), false)) {
            bridge.services.existing = line() + line().replace(":7,", ":8,") + line().replace(":7,", ":9,");
            bridge.start();
            for (int id = 7; id <= 8; id++) {
                bridge.event(
                        EventType.PRODUCT_UPDATED,
                        TEA.replace(":7,", ":" + id + ",").replace("10}", "11}"));
            }
            bridge.event(EventType.PRODUCT_DELETED, "{\"id\":9,\"version\":12}");
            bridge.stop();
            bridge.start();
            for (int id = 7; id <= 8; id++) {
                bridge.event(
                        EventType.PRODUCT_UPDATED,
                        TEA.replace(":7,", ":" + id + ",").replace("10}", "13}"));
                bridge.event(EventType.PRODUCT_DELETED, "{\"id\":" + id + ",\"version\":14}");
            }

            assertThat(bridge.hear("main", 6))
                    .extracting(message -> message.replaceAll(", \"title.*", ""))
                    .containsExactly(
                            "product_updated {\"id\": 7",
                            "product_created {\"id\": 8",
                            "product_updated {\"id\": 7",
                            "product_deleted \"7\"",
                            "product_updated {\"id\": 8",
                            "product_deleted \"8\"");
        }
    }

    @OnEveryBroker
    void whatTheyHaveIsNotAnnounced(TestBroker broker) throws Exception {
        try (HttpService theirs = new HttpService("[{\"id\": 7}]");
                RunningBridge bridge = new RunningBridge(broker, Counterpart.LIKES, theirs.uri(), true)) {
            bridge.services.existing = line() + line().replace(":7,", ":8,");
            bridge.start();
            bridge.event(EventType.PRODUCT_DELETED, "{\"id\":7,\"version\":12}");

            List<String> heard = bridge.hear("main", 2);
            assertThat(heard).hasSize(2);
            assertThat(heard.get(0)).startsWith("product_created {\"id\": 8,");
            assertThat(heard.get(1)).isEqualTo("product_deleted \"7\"");
        }
    }

    private static String line() {
        return "{\"id\":7,\"title\":\"Tea\",\"image\":\"/tea.svg\",\"likes\":3,\"likesVersion\":20,\"version\":10}\n";
    }
}
