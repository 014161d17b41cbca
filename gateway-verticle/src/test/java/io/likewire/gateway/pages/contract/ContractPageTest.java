package io.likewire.gateway.pages.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.gateway.TestGateway;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ContractPageTest {
    private static final Pattern OPERATION = Pattern.compile("operationId: (\\w+)");

    @AutoClose
    private static TestGateway gateway;

    private static String page;

    @BeforeAll
    static void start() {
        gateway = new TestGateway();
        page = gateway.get("/docs").body();
    }

    @Test
    void everyOperationOfTheFileHasItsPlaceAndALink() {
        assertThat(OPERATION.matcher(gateway.get("/openapi.yaml").body()).results())
                .hasSizeGreaterThan(30)
                .allSatisfy(operation -> assertThat(page)
                        .contains("id=\"" + operation.group(1) + "\"", "href=\"#" + operation.group(1) + "\""));
    }

    @Test
    void anOperationSaysWhatItTakesAndAnswers() {
        assertThat(section("createProduct"))
                .contains(
                        "Adds a product",
                        "<b>POST</b> <code>/api/products</code>",
                        "account</code> with the role admin")
                .contains("<code>Idempotency-Key</code>", "<code>title</code>", "string, required", "maxLength 200")
                .contains("<b>201</b> The new product", "<b>409</b>", "likesVersion");
    }

    @Test
    void itsExampleCanBePastedIntoAShell() {
        assertThat(section("createProduct"))
                .contains("curl -X POST &#39;http://127.0.0.1:" + gateway.port + "/api/products&#39;")
                .contains("-H &quot;Authorization: Bearer $TOKEN&quot;", "-d &#39;{&quot;title&quot;:&quot;Tea&quot;");
        assertThat(section("streamLikes")).contains("/api/likes/stream?products=");
        assertThat(section("getHealth")).doesNotContain("$TOKEN");
    }

    @Test
    void nothingIsLeftOpen() {
        assertThat(page).doesNotContain("{site}", "{content}", "$ref", "-d &#39;null");
        assertThat(page.split("<section", -1)).hasSameSizeAs(page.split("</section>", -1));
    }

    private static String section(String operation) {
        int start = page.indexOf("id=\"" + operation + "\"");
        return page.substring(start, page.indexOf("</section>", start));
    }
}
