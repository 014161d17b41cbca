package io.likewire.gateway.resources.products;

import static io.likewire.gateway.TestGateway.DRAFT;
import static io.likewire.gateway.TestGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.products.Product;
import io.likewire.gateway.TestGateway;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionalRequestsTest {
    @AutoClose
    private static final TestGateway gateway = new TestGateway();

    private final Product tea = gateway.products.add("Tea");
    private final String path = "/api/products/" + tea.id();

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void oneStrongTagOfTheVersionIsEnough(String method) {
        for (String tags : List.of("%s", "\"1-1\", %s", "W/\"x\",%s , \"nonsense\"")) {
            Product product = gateway.products.add("Coffee");
            String header = String.format(Locale.ROOT, tags, "\"" + product.version() + "-999\"");
            HttpResponse<String> response = change(gateway, method, product.id(), header);
            assertThat(response.statusCode()).as(header).isBetween(200, 204);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void noOrAWeakTagOfItIsAFailedPrecondition(String method) {
        String weak = "W/\"" + tea.version() + "-0\"";
        for (String header : List.of("\"1-0\"", weak, "\"nonsense\", " + weak, "\"" + tea.version() + "\"", "\"\"")) {
            problem(change(gateway, method, tea.id(), header), 412);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void aStarIsAnyVersionOfWhatIsThere(String method) {
        assertThat(change(gateway, method, tea.id(), "*").statusCode()).isBetween(200, 204);
        problem(change(gateway, method, 999_999, "*"), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void whatIsNotThereIs404WhateverIsExpected(String method) {
        problem(change(gateway, method, 999_999, "\"1-0\""), 404);
        problem(change(gateway, method, 999_999, "W/\"1-0\""), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void anUnreadableIfMatchIs400(String method) {
        for (String header : List.of("", "abc", "\"1-0", "*, \"1-0\"", "\"1-0\" \"2-0\"")) {
            assertThat(problem(change(gateway, method, tea.id(), header), 400).getString("detail"))
                    .isEqualTo("If-Match: expected * or ETags in quotes");
        }
    }

    @Test
    void severalHeaderLinesAreOneList() {
        HttpResponse<String> response =
                gateway.send("DELETE", path, null, "If-Match", "\"1-0\"", "If-Match", "\"" + tea.version() + "-0\"");
        assertThat(response.statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/2"})
    void whatTheCallerHasIsNotSentAgainHoweverItSaysSo(String end) {
        gateway.products.add("Coffee");
        String path = "/api/products" + end;
        String tag = gateway.get(path).headers().firstValue("ETag").orElseThrow();
        for (String header : List.of(tag, "W/" + tag, "\"a,b\", W/\"c\"," + tag, "*")) {
            HttpResponse<String> response = gateway.get(path, "If-None-Match", header);
            assertThat(response.statusCode()).as(header).isEqualTo(304);
            assertThat(response.body()).isEmpty();
            assertThat(response.headers().firstValue("ETag")).contains(tag);
            assertThat(response.headers().firstValue("Cache-Control")).contains("no-cache");
            assertThat(response.headers().firstValue("Content-Type")).isEmpty();
        }
        for (String header : List.of("\"other\"", "unquoted", "", tag.replace("\"", ""))) {
            assertThat(gateway.get(path, "If-None-Match", header).statusCode())
                    .as(header)
                    .isEqualTo(200);
        }
    }

    @Test
    void aDeploymentMayDemandIfMatch() {
        try (TestGateway demanding = TestGateway.demandingIfMatch()) {
            Product product = demanding.products.add("Tea");
            for (String method : List.of("PUT", "PATCH", "DELETE")) {
                assertThat(problem(change(demanding, method, 1, null), 428).getString("type"))
                        .isEqualTo("/problems/precondition-required");
            }
            String tag = "\"" + product.version() + "-0\"";
            assertThat(change(demanding, "PATCH", 1, tag).statusCode()).isEqualTo(200);
            assertThat(change(demanding, "PUT", 1, "*").statusCode()).isEqualTo(202);
            assertThat(demanding.sendJson("POST", "/api/products", DRAFT).statusCode())
                    .isEqualTo(201);
        }
    }

    private static HttpResponse<String> change(TestGateway at, String method, long id, String ifMatch) {
        String body = method.equals("DELETE") ? null : "{\"title\":\"Coffee\",\"image\":\"/coffee.png\"}";
        String path = "/api/products/" + id;
        return ifMatch == null ? at.sendJson(method, path, body) : at.sendJson(method, path, body, "If-Match", ifMatch);
    }
}
