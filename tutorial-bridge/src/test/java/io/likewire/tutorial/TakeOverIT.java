package io.likewire.tutorial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.servers.testing.OnEveryBroker;
import io.likewire.servers.testing.TestBroker;
import io.likewire.servers.testing.TestServers;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class TakeOverIT {
    @OnEveryBroker
    void aBadRowIsNamedAndTheGoodOnesAreTaken(TestBroker broker) throws Exception {
        try (RunningBridge bridge = new RunningBridge(broker, Counterpart.PRODUCTS).start()) {
            HttpResponse<String> answer = bridge.takeOver(new JsonArray()
                    .add(product(7, "Tea", "https://x/tea.png", 2))
                    .add(product(8, "Coffee", "image", 3))
                    .add("no product")
                    .add(product(9, "", "https://x/y.png", -1))
                    .add(product(404, "Gone", "https://x/y.png", 1))
                    .add(product(403, "Wine", "https://x/y.png", 1))
                    .add(product(10, "Milk", "https://x/milk.png", 0)));

            assertThat(answer.statusCode()).isEqualTo(422);
            JsonObject report = new JsonObject(answer.body());
            assertThat(report.getInteger("products")).isEqualTo(2);
            assertThat(report.getInteger("likes")).isEqualTo(2);
            assertThat(report.getJsonArray("made")).containsExactly(7, 10);
            assertThat(report.getJsonArray("failed"))
                    .containsExactlyInAnyOrder(
                            failed(2, 8, "image", "Enter an http or https URL, or a path."),
                            failed(3, null, "body", "Expected a JSON object"),
                            failed(4, 9, "title", "This field may not be blank."),
                            failed(4, 9, "likes", "Expected a number of likes, but got -1"),
                            failed(5, 404, "id", "The product with this id was deleted here, and does not come back"),
                            failed(6, 403, null, "Not for you"));
            assertThat(bridge.services.products).containsExactly("7 Tea", "10 Milk");
            assertThat(bridge.services.likes).hasSize(2);
        }
    }

    @OnEveryBroker
    void likesThatTheBridgeToldAreNotTakenOverWheneverItIsRepeated(TestBroker broker) throws Exception {
        try (HttpService list = new HttpService("[{\"id\": 7}]");
                RunningBridge bridge = new RunningBridge(broker, Counterpart.PRODUCTS, list.uri(), false)) {
            bridge.services.existing =
                    "{\"id\":7,\"title\":\"Tea\",\"image\":\"/t\",\"likes\":1,\"likesVersion\":1,\"version\":1}\n";
            bridge.start();
            BothSides tea = new BothSides(bridge, 1, 2);
            tea.likeHere(2);
            tea.takeOver(2);
            tea.takeOver(2);
            tea.likeThere(3);
            tea.likeHere(1);
            bridge.stop();
            bridge.start();
            tea.takeOver(5);
            tea.likeHere(1);
            tea.likeThere(1);
            tea.takeOver(6);
            tea.takeOver(6);
            assertThat(tea.here()).isEqualTo(1 + 4 + 6);
            assertThat(tea.there).isEqualTo(4 + 6);
        }
    }

    @Test
    void theListOfTheTutorialsDjangoIsTakenAsItIs() throws Exception {
        String list = new String(
                getClass().getResourceAsStream("/field/tut03_products.json").readAllBytes(), UTF_8);
        try (RunningBridge bridge = new RunningBridge(TestServers.broker(), Counterpart.PRODUCTS).start()) {
            HttpResponse<String> answer = bridge.takeOver(list);

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(new JsonObject(answer.body()))
                    .isEqualTo(new JsonObject()
                            .put("products", 1)
                            .put("likes", 2)
                            .put("told", 0)
                            .put("made", new JsonArray().add(9001))
                            .put(
                                    "failed",
                                    new JsonArray()
                                            .add(failed(2, 9002, "image", "Enter an http or https URL, or a path."))));
        }
    }

    static JsonObject product(long id, String title, String image, long likes) {
        return new JsonObject()
                .put("id", id)
                .put("title", title)
                .put("image", image)
                .put("likes", likes);
    }

    private static JsonObject failed(int row, Integer id, String field, String message) {
        return new JsonObject()
                .put("row", row)
                .put("id", id)
                .put("field", field)
                .put("message", message);
    }
}
