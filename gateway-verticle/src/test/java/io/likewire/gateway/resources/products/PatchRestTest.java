package io.likewire.gateway.resources.products;

import static io.likewire.gateway.TestGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.products.Product;
import io.likewire.gateway.TestGateway;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatchRestTest {
    private static final String MERGE_PATCH = "application/merge-patch+json";

    @AutoClose
    private static final TestGateway gateway = new TestGateway();

    private final Product tea = gateway.products.add("Tea");
    private final String path = "/api/products/" + tea.id();

    @ParameterizedTest
    @ValueSource(strings = {MERGE_PATCH, "application/json", "Application/Merge-Patch+JSON; charset=utf-8"})
    void aPatchIsAnsweredWith200TheProductAndItsTag(String type) {
        HttpResponse<String> patched = patch("{\"title\":\" Coffee \"}", type);
        assertThat(patched.statusCode()).isEqualTo(200);
        JsonObject product = new JsonObject(patched.body());
        assertThat(product.getString("title")).isEqualTo("Coffee");
        assertThat(product.getString("image")).isEqualTo(tea.image());
        assertThat(patched.headers().firstValue("ETag"))
                .isEqualTo(gateway.get(path).headers().firstValue("ETag"));
    }

    @Test
    void anEmptyPatchChangesNothing() {
        HttpResponse<String> patched = patch("{}", MERGE_PATCH);
        assertThat(patched.statusCode()).isEqualTo(200);
        assertThat(new JsonObject(patched.body()).getLong("version")).isEqualTo(tea.version());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"title\":null}         | title | This field may not be null.",
                "{\"image\":null}         | image | This field may not be null.",
                "{\"title\":\"\"}         | title | This field may not be blank.",
                "{\"title\":{\"a\":1}}    | title | Not a valid string.",
                "{\"image\":\"x.png\"}    | image | Enter an http or https URL, or a path.",
                "{\"likes\":1}            | likes | This field is not known.",
                "{\"id\":null}            | id    | This field is not known.",
                "[]                       | body  | Expected a JSON object.",
                "null                     | body  | Expected a JSON object.",
                "{\"title\":1,\"title\":2}| body  | Malformed JSON.",
                "{                        | body  | Malformed JSON."
            })
    void aWrongPatchIs400AndSaysWhatIsWrongWhere(String body, String field, String sentence) {
        JsonObject errors = problem(patch(body, MERGE_PATCH), 400).getJsonObject("errors");
        assertThat(errors.getJsonArray(field)).containsExactly(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json-patch+json", "text/plain", "application/x-www-form-urlencoded"})
    void anotherFormIs415AndTheAnswerNamesTheRightOnes(String type) {
        HttpResponse<String> response = patch("{}", type);
        problem(response, 415);
        assertThat(response.headers().firstValue("Accept-Patch")).contains(MERGE_PATCH + ", application/json");
    }

    @Test
    void whatIsNotThereCannotBePatched() {
        problem(gateway.send("PATCH", "/api/products/999999", "{}", "Content-Type", MERGE_PATCH), 404);
        problem(gateway.send("PATCH", "/api/products/abc", "{}", "Content-Type", MERGE_PATCH), 404);
    }

    @Test
    void whoComesThroughAProxyNeedsAnAccountEvenInTutorialMode() {
        problem(gateway.send("PATCH", path, "{}", "Content-Type", MERGE_PATCH, "X-Forwarded-For", "127.0.0.1"), 401);
    }

    private HttpResponse<String> patch(String body, String type) {
        return gateway.send("PATCH", path, body, "Content-Type", type);
    }
}
