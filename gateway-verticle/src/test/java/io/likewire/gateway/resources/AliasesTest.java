package io.likewire.gateway.resources;

import static io.likewire.gateway.TestGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.gateway.TestGateway;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AliasesTest {
    @AutoClose
    private static final TestGateway gateway = new TestGateway().holding("Tea", "Coffee");

    @ParameterizedTest
    @ValueSource(strings = {"/api/products", "/api/products?limit=1", "/api/health"})
    void theAnswerIsThatOfTheOriginal(String path) {
        HttpResponse<String> original = gateway.get(path);
        HttpResponse<String> alias = gateway.get("/flask" + path);
        assertThat(alias.statusCode()).isEqualTo(original.statusCode());
        assertThat(alias.body()).isEqualTo(original.body());
        assertThat(alias.headers().firstValue("ETag"))
                .isEqualTo(original.headers().firstValue("ETag"));
        assertThat(alias.headers().firstValue("Link"))
                .isEqualTo(original.headers().firstValue("Link").map(link -> link.replace("</api/", "</flask/api/")));
    }

    @Test
    void aLikeIsALikeAndTheCookieComesBack() {
        HttpResponse<String> first = gateway.send("POST", "/flask/api/products/1/like", "ignored");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).startsWith("{\"message\":\"success\"");
        String cookie = first.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("Path=/flask/api;");

        String visitor = cookie.substring(0, cookie.indexOf(';'));
        HttpResponse<String> again = gateway.send("POST", "/flask/api/products/1/like", null, "Cookie", visitor);
        assertThat(problem(again, 400).getString("message")).isEqualTo("You already liked this product");
        problem(gateway.send("POST", "/flask/api/products/404/like", null), 404);
    }

    /** As the tutorial's frameworks write addresses. */
    @ParameterizedTest
    @CsvSource({"GET, /api/products", "GET, /api/products/1", "POST, /api/products/1/like", "GET, /api/products/batch"})
    void aSlashAtTheEndOfAnAddressOfTheApiChangesNothing(String method, String path) {
        HttpResponse<String> without = gateway.send(method, path, null);
        HttpResponse<String> with = gateway.send(method, path + "/", null);
        assertThat(with.statusCode()).isEqualTo(without.statusCode());
        assertThat(with.headers().firstValue("Allow"))
                .isEqualTo(without.headers().firstValue("Allow"));
        assertThat(gateway.send("OPTIONS", path + "/", null).headers().firstValue("Allow"))
                .isEqualTo(gateway.send("OPTIONS", path, null).headers().firstValue("Allow"));
    }

    @Test
    void nothingElseIsThere() {
        problem(gateway.get("/flask/api/products/1"), 404);
        problem(gateway.get("/flask"), 404);
        HttpResponse<String> post = gateway.sendJson("POST", "/flask/api/products", "{}");
        problem(post, 405);
        assertThat(post.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
    }
}
