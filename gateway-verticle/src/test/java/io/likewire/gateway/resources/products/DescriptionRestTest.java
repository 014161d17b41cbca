package io.likewire.gateway.resources.products;

import static io.likewire.gateway.TestGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.gateway.TestGateway;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DescriptionRestTest {
    private static final String PRODUCTS = "/api/products";

    @AutoClose
    private static final TestGateway gateway = new TestGateway();

    @Test
    void aProductOfTheTutorialHasAnEmptyOne() {
        assertThat(description(gateway.sendJson("POST", PRODUCTS, draft().encode())))
                .isEmpty();
    }

    @Test
    void aClientThatDoesNotKnowItTakesItFromNobody() {
        String tea = created("Loose\nleaves");

        assertThat(description(gateway.sendJson("PUT", tea, draft().encode()))).isEqualTo("Loose\nleaves");
        HttpResponse<String> form =
                gateway.send("PUT", tea, "title=Tea&image=/t.png", "Content-Type", "application/x-www-form-urlencoded");
        assertThat(description(form)).isEqualTo("Loose\nleaves");
        assertThat(description(gateway.sendJson("PATCH", tea, "{\"title\":\"Green tea\"}")))
                .isEqualTo("Loose\nleaves");
        assertThat(description(gateway.get(tea))).isEqualTo("Loose\nleaves");
    }

    @Test
    void nullAndAnEmptyTextRemoveIt() {
        assertThat(description(gateway.sendJson("PATCH", created("Loose"), "{\"description\":null}")))
                .isEmpty();
        assertThat(description(gateway.sendJson(
                        "PUT", created("Loose"), draft().put("description", "").encode())))
                .isEmpty();
    }

    @Test
    void aFormAndABatchHaveItToo() {
        HttpResponse<String> form = gateway.send(
                "POST",
                PRODUCTS,
                "title=Tea&image=/t.png&description=Loose%0D%0Aleaves",
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(description(form)).isEqualTo("Loose\nleaves");

        JsonArray rows = new JsonArray()
                .add(draft().put("description", "Loose"))
                .add(draft().put("description", "x".repeat(2_001)));
        HttpResponse<String> batch = gateway.sendJson(
                "POST",
                PRODUCTS + "/batch",
                new JsonObject().put("products", rows).encode());
        assertThat(batch.body())
                .contains("\"description\":\"Loose\"")
                .contains("{\"description\":[\"Ensure this field has no more than 2000 characters.\"]}");
    }

    @Test
    void anythingButTextIsRefused() {
        String number = draft().put("description", 5).encode();
        assertThat(problem(gateway.sendJson("POST", PRODUCTS, number), 400).getJsonObject("errors"))
                .isEqualTo(new JsonObject().put("description", new JsonArray().add("Not a valid string.")));
    }

    private static String created(String description) {
        String draft = draft().put("description", description).encode();
        return gateway.sendJson("POST", PRODUCTS, draft)
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private static JsonObject draft() {
        return new JsonObject().put("title", "Tea").put("image", "/t.png");
    }

    private static String description(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isBetween(200, 202);
        return new JsonObject(answer.body()).getString("description");
    }
}
