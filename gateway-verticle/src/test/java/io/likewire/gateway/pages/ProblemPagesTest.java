package io.likewire.gateway.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.gateway.TestGateway;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemPagesTest {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

    @AutoClose
    private static final TestGateway gateway = new TestGateway();

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void everyTypeOfProblemIsTheAddressOfAPageAboutIt(ProblemType type) {
        assertThat(page("/problems/" + type.slug()))
                .contains("<h1>" + type.title() + "</h1>", "/problems/" + type.slug())
                .containsPattern("<p>" + type.status() + "\\. ");
    }

    @Test
    void onePageListsAll() {
        assertThat(page("/problems")).contains("application/problem+json").satisfies(page -> {
            for (ProblemType type : ProblemType.values()) {
                assertThat(page).contains("href=\"/problems/" + type.slug() + "\"", type.title());
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/problems", "/problems/not-found", "/docs"})
    void everyLinkLeadsSomewhere(String path) {
        assertThat(LINK.matcher(page(path)).results().map(link -> link.group(1)))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(gateway.get(link).statusCode()).isEqualTo(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "NOT-FOUND", "not-found.html", "..%2Fdocs"})
    void anUnknownTypeIsItselfAProblem(String slug) {
        TestGateway.problem(gateway.get("/problems/" + slug), 404);
    }

    private static String page(String path) {
        HttpResponse<String> response = gateway.get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        return response.body();
    }
}
