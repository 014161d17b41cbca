package io.likewire.gateway.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.gateway.TestGateway;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackagedFilesTest {
    @AutoClose
    private static final TestGateway gateway = new TestGateway().holding("Tea");

    @ParameterizedTest
    @CsvSource({
        "/, text/html; charset=utf-8, no-cache",
        "/products/1, text/html; charset=utf-8, no-cache",
        "/admin/users, text/html; charset=utf-8, no-cache",
        "/storefront.js, text/javascript; charset=utf-8, no-cache",
        "/images/tea.svg, image/svg+xml, no-cache",
        "/lib/lit-html/3.3.2/lit-html.js, text/javascript; charset=utf-8, 'public, max-age=31536000, immutable'"
    })
    void filesSayWhatTheyAreAndForHowLong(String path, String type, String caching) {
        HttpResponse<String> file = gateway.get(path);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("content-type")).contains(type);
        assertThat(file.headers().firstValue("cache-control")).contains(caching);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/styles.css"})
    void whoHasItGetsItNotAgain(String path) {
        String tag = gateway.get(path).headers().firstValue("etag").orElseThrow();
        HttpResponse<String> again = gateway.get(path, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void aPathOfManyPartsTakesNoStack() {
        assertThat(gateway.get("/" + "a/".repeat(2_000) + "a.js").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing.js",
                "/.hidden.js",
                "/pages/",
                "/admin/nothing",
                "/products/",
                "/products/0",
                "/products/abc",
                "/pages",
                "/index.html",
                "/admin.html",
                "/embed.html",
                "/pages/docs.html",
                "/pages/product-head.html",
                "/assets/index.html",
                "/lib/",
                "/lib/lit-html/3.3.2/package.json",
                "/lib/../openapi/likewire.yaml",
                "/..%2fopenapi/likewire.js",
                "/%2e%2e/%2e%2e/logback.xml",
                "//web/index.html",
                "/a%00.html",
                "/META-INF/MANIFEST.MF"
            })
    void nothingElseIsServed(String path) {
        assertThat(gateway.get(path).statusCode()).isEqualTo(404);
    }
}
