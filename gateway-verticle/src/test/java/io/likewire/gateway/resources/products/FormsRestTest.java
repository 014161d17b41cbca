package io.likewire.gateway.resources.products;

import static io.likewire.gateway.TestGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.products.Product;
import io.likewire.gateway.TestGateway;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormsRestTest {
    private static final String URL_ENCODED = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data; boundary=xyz";
    private static final String PRODUCTS = "/api/products";

    @AutoClose
    private static final TestGateway gateway = new TestGateway();

    @Test
    void aFormMakesAndChangesAProduct() {
        HttpResponse<String> created = post("title=+Tea+%F0%9F%8D%B5+&image=%2Ftea.png%3Fa%3D1%262", URL_ENCODED);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(new JsonObject(created.body()).getString("title")).isEqualTo("Tea 🍵");
        assertThat(new JsonObject(created.body()).getString("image")).isEqualTo("/tea.png?a=1&2");

        Product tea = gateway.products.add("Tea");
        HttpResponse<String> updated = gateway.send(
                "PUT",
                PRODUCTS + "/" + tea.id(),
                multipart("title", "Coffee ☕", "image", "/c.png"),
                "Content-Type",
                MULTIPART);
        assertThat(updated.statusCode()).as(updated.body()).isEqualTo(202);
        assertThat(new JsonObject(updated.body()).getString("title")).isEqualTo("Coffee ☕");
    }

    @ParameterizedTest
    @CsvSource({
        "title=&image=/x, title, This field may not be blank.",
        "title&image=/x, title, This field may not be blank.",
        "image=/x, title, This field is required.",
        "'', image, This field is required.",
        "title=x&image=ftp://x/y, image, 'Enter an http or https URL, or a path.'",
        "title=a&title=a&image=/x, title, This field may appear only once.",
        "title=x&image=/x&likes=5, likes, This field is not known."
    })
    void theRulesAreThoseOfJson(String form, String field, String sentence) {
        assertThat(errors(post(form, URL_ENCODED)).getJsonArray(field)).containsExactly(sentence);
    }

    @Test
    void partsAreText() {
        String file = "--xyz\r\nContent-Disposition: form-data; name=\"image\"; filename=\"a.png\"\r\n"
                + "Content-Type: image/png\r\n\r\n/x\r\n";
        assertThat(errors(post(file + multipart("title", "Tea"), MULTIPART)).getJsonArray("image"))
                .containsExactly("Files are not taken.");
        assertThat(errors(post(multipart("title", "Tea", "title", "Tea"), MULTIPART))
                        .getJsonArray("title"))
                .containsExactly("This field may appear only once.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title=%&image=/x",
                "title=%zz&image=/x",
                "title=%FF&image=/x",
                "=x&image=/x",
                "a=1&b=2&c=3&d=4&e=5&f=6&g=7&h=8&i=9&j=0&k=1&l=2&m=3&n=4&o=5&p=6&q=7&r=8&s=9&t=0&u=1"
            })
    void whatCannotBeReadIs400(String form) {
        assertThat(errors(post(form, URL_ENCODED)).getJsonArray("body")).containsExactly("Malformed form.");
    }

    @Test
    void aNameHas100CharactersAtMost() {
        assertThat(errors(post("x".repeat(101) + "=1", URL_ENCODED)).fieldNames())
                .containsExactly("body");
    }

    @Test
    void aBrokenMultipartBodyIs400() {
        String whole = multipart("title", "Tea", "image", "/x");
        for (String body : List.of("", "x", whole.substring(0, whole.length() / 2), whole.replace("xyz", "abc"))) {
            problem(post(body, MULTIPART), 400);
        }
        problem(post(whole, "multipart/form-data"), 400);
        problem(post(whole, "multipart/form-data; boundary="), 400);
    }

    @Test
    void aFormOver64KilobytesIs413() {
        problem(post("title=" + "x".repeat(70_000), URL_ENCODED), 413);
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example",
        "Origin, null",
        "Origin, http://127.0.0.1:1",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void aPageOfAnotherSiteMayNotSendAForm(String header, String value) {
        String form = "title=x&image=/x";
        problem(gateway.send("POST", PRODUCTS, form, "Content-Type", URL_ENCODED, header, value), 403);
    }

    @Test
    void aPageOfOursMay() {
        String origin = "http://127.0.0.1:" + gateway.port;
        HttpResponse<String> response =
                gateway.send("POST", PRODUCTS, "title=x&image=/x", "Content-Type", URL_ENCODED, "Origin", origin);
        assertThat(response.statusCode()).isEqualTo(201);
    }

    private static HttpResponse<String> post(String body, String type) {
        return gateway.send("POST", PRODUCTS, body, "Content-Type", type);
    }

    private static JsonObject errors(HttpResponse<String> response) {
        return problem(response, 400).getJsonObject("errors");
    }

    private static String multipart(String... namesAndValues) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.append("--xyz\r\nContent-Disposition: form-data; name=\"").append(namesAndValues[i]);
            body.append("\"\r\n\r\n").append(namesAndValues[i + 1]).append("\r\n");
        }
        return body + "--xyz--\r\n";
    }
}
