package io.likewire.gateway.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.gateway.TestGateway;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a release have addresses of their own, so that browsers need not ask for them again. */
class AssetsTest {
    private static final Pattern FILE = Pattern.compile("(?:src|href)=\"(/[^\"]+\\.(?:js|css|svg))\"");
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    @AutoClose
    private static final TestGateway gateway = new TestGateway().holding("Tea");

    @ParameterizedTest
    @ValueSource(strings = {"/", "/admin", "/embed", "/problems", "/products/1"})
    void whatAPageNeedsIsKeptForEver(String page) {
        List<String> files = FILE.matcher(gateway.get(page).body())
                .results()
                .map(MatchResult::group)
                .map(file -> file.substring(file.indexOf('"') + 1, file.length() - 1))
                .toList();

        assertThat(files).hasSizeGreaterThan(3).allSatisfy(file -> {
            HttpResponse<String> answer = gateway.get(file);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control")).contains(FOR_EVER);
        });
    }

    @Test
    void thoseOfAnotherReleaseAreThoseOfThisOneForTheMoment() {
        HttpResponse<String> other = gateway.get("/assets/0123456789ab/like-button.js");
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.headers().firstValue("Cache-Control")).contains("no-cache");
    }

    @Test
    void otherSitesNameTheButtonWithoutAVersion() {
        HttpResponse<String> button = gateway.get("/like-button.js");
        assertThat(button.body()).contains("customElements");
        assertThat(button.headers().firstValue("Cache-Control")).contains("no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/", "/assets/x", "/assets/0123456789ab", "/assets/0123456789ab/.x.js"})
    void nothingElseIsThere(String path) {
        assertThat(gateway.get(path).statusCode()).isEqualTo(404);
    }
}
