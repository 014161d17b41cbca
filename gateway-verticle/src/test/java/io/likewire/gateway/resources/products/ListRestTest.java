package io.likewire.gateway.resources.products;

import static io.likewire.gateway.TestGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.gateway.TestGateway;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListRestTest {
    @AutoClose
    private static TestGateway gateway;

    @BeforeAll
    static void start() {
        gateway = new TestGateway();
        for (String title : List.of("Tea", "Coffee", "Green tea 🍵", "Cocoa", "Iced tea")) {
            gateway.products.add(title);
        }
        gateway.products.setLikes(2, 7, 70);
        gateway.products.setLikes(4, 9, 90);
    }

    @ParameterizedTest
    @CsvSource({
        "id, 1 2 3 4 5",
        "-likes, 4 2 1 3 5",
        "title, 4 2 3 5 1",
        "-createdAt, 5 4 3 2 1",
        "-id, 5 4 3 2 1",
        "likes, 1 3 5 2 4",
        "-title, 1 5 3 2 4",
        "createdAt, 1 2 3 4 5"
    })
    void everyOrderGoesOnWhereThePageBeforeEnded(String sort, String ids) {
        assertThat(walk("/api/products?limit=2&sort=" + sort)).isEqualTo(ids);
    }

    @Test
    void theNextLinkKeepsTheOtherParameters() {
        assertThat(walk("/api/products?limit=2")).isEqualTo("1 2 3 4 5");
        assertThat(link(gateway.get("/api/products?limit=2"))).matches("/api/products\\?limit=2&after=[\\w-]+");
        HttpResponse<String> first = gateway.get("/api/products?q=%20t%26ea&sort=title");
        assertThat(first.headers().firstValue("Link")).isEmpty();
        String link = link(gateway.get("/api/products?total=true&q=tea&sort=title&limit=1"));
        assertThat(link).matches("/api/products\\?limit=1&sort=title&q=tea&total=true&after=[\\w-]+");
        assertThat(ids(gateway.get(link))).isEqualTo("5");
        assertThat(link(gateway.get("/api/products?q=%20te&limit=1"))).contains("&q=%20te&");
    }

    @Test
    void aTitleOutsideOfAsciiIsAPlaceToGoOnFromToo() {
        String link = link(gateway.get("/api/products?limit=3&sort=title"));
        assertThat(ids(gateway.get(link))).isEqualTo("5 1");
    }

    @Test
    void theTotalComesOnRequestOnly() {
        HttpResponse<String> counted = gateway.get("/api/products?total=true&limit=1");
        assertThat(counted.headers().firstValue("Total-Count")).contains("5");
        assertThat(counted.headers().firstValue("Total-Count-Exact")).contains("true");
        HttpResponse<String> plain = gateway.get("/api/products?total=false&limit=1");
        assertThat(plain.headers().firstValue("Total-Count")).isEmpty();
    }

    @Test
    void someProductsByTheirIds() {
        HttpResponse<String> response = gateway.get("/api/products?ids=4,2,4,77");
        assertThat(ids(response)).isEqualTo("2 4");
        assertThat(response.headers().firstValue("Link")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sort=%2Blikes         | sort  | Expected id, likes, title or createdAt, or one of them after a minus.",
                "sort=                 | sort  | Expected id, likes, title or createdAt, or one of them after a minus.",
                "q=                    | q     | This field may not be blank.",
                "q=%20%09              | q     | This field may not be blank.",
                "q=%22%2B-*            | q     | Enter a letter or number.",
                "q=1+2+3+4+5+6+7+8+9+a+b | q   | Ensure this field has no more than 10 words.",
                "total=1               | total | Expected true or false.",
                "ids=                  | ids   | Expected 1 to 100 whole numbers above 0, separated by commas.",
                "ids=1,                | ids   | Expected 1 to 100 whole numbers above 0, separated by commas.",
                "ids=1,x               | ids   | Expected 1 to 100 whole numbers above 0, separated by commas.",
                "ids=0                 | ids   | Expected 1 to 100 whole numbers above 0, separated by commas.",
                "limit=0               | limit | Expected a number from 1 to 500.",
                "limit=1&limit=2       | limit | Expected once.",
                "sort=id&sort=id       | sort  | Expected once.",
                "page=2                | page  | This parameter is not known.",
                "Limit=2               | Limit | This parameter is not known.",
                "ids=1&limit=2         | limit | Not together with ids.",
                "ids=1&total=true      | total | Not together with ids.",
                "after=AAAA            | after | This is no cursor that we gave for this sort and search."
            })
    void aWrongParameterIs400AndSaysWhatIsWrong(String query, String name, String sentence) {
        JsonObject errors = problem(gateway.get("/api/products?" + query), 400).getJsonObject("errors");
        assertThat(errors.fieldNames()).containsExactly(name);
        assertThat(errors.getJsonArray(name)).containsExactly(sentence);
    }

    @Test
    void allWrongParametersAreNamedAtOnce() {
        JsonObject problem = problem(gateway.get("/api/products?x=1&sort=x&limit=x&q=&total=x"), 400);
        assertThat(problem.getJsonObject("errors").fieldNames())
                .containsExactlyInAnyOrder("x", "sort", "limit", "q", "total");
    }

    @Test
    void longSearchesAndManyIdsAre400() {
        problem(gateway.get("/api/products?q=" + "x".repeat(201)), 400);
        assertThat(gateway.get("/api/products?q=" + "x".repeat(200)).statusCode())
                .isEqualTo(200);
        problem(gateway.get("/api/products?ids=" + "1,".repeat(100) + "1"), 400);
        assertThat(ids(gateway.get("/api/products?ids=" + "1,".repeat(99) + "1")))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&sort=title", "&sort=-likes&q=tea", "&sort=-likes&limit=3"})
    void aCursorIsForItsOrderAndSearch(String otherQuery) {
        String cursor = link(gateway.get("/api/products?limit=1&sort=-likes")).replaceAll(".*after=", "");
        HttpResponse<String> response = gateway.get("/api/products?after=" + cursor + otherQuery);
        if (otherQuery.endsWith("limit=3")) {
            assertThat(ids(response)).isEqualTo("2 1 3");
        } else {
            assertThat(problem(response, 400).getJsonObject("errors").fieldNames())
                    .containsExactly("after");
        }
    }

    @Test
    void theExamplesOfTheContractAreTaken() {
        String contract = gateway.get("/openapi.yaml").body();
        String link = contract.substring(contract.indexOf("</api/products?limit=100&after=") + 1);
        assertThat(gateway.get(link.substring(0, link.indexOf('>'))).statusCode())
                .isEqualTo(200);
    }

    private static String walk(String path) {
        HttpResponse<String> page = gateway.get(path);
        StringBuilder ids = new StringBuilder(ids(page));
        while (page.headers().firstValue("Link").isPresent()) {
            page = gateway.get(link(page));
            ids.append(' ').append(ids(page));
        }
        return ids.toString();
    }

    private static String link(HttpResponse<String> response) {
        String link = response.headers().firstValue("Link").orElseThrow();
        assertThat(link).endsWith(">; rel=\"next\"");
        return link.substring(1, link.indexOf('>'));
    }

    private static String ids(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        List<String> ids = new JsonArray(response.body())
                .stream()
                        .map(product -> ((JsonObject) product).getLong("id").toString())
                        .toList();
        return String.join(" ", ids);
    }
}
