package io.likewire.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.standalone.Shell;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That {@link InChromium} keeps its word, and the journeys of the README's command once more, over TLS. */
@FullInChromium
class OverHttp2IT {
    private static final String PROTOCOLS = """
            () => ['navigation', 'resource'].flatMap(kind => performance.getEntriesByType(kind))
                .map(entry => `${entry.nextHopProtocol} ${entry.name}`)""";

    @Test
    void thePageAndAllThatItLoadsComeOverHttp2(Shop shop) {
        Window window = shop.visit();
        window.press(1);
        window.showsLiked(1, true);
        window.waitsForNetwork();

        @SuppressWarnings("unchecked")
        List<String> protocols = (List<String>) window.page().evaluate(PROTOCOLS);

        assertThat(protocols)
                .hasSizeGreaterThan(10)
                .allMatch(entry -> entry.startsWith("h2 " + shop.address()))
                .anyMatch(entry -> entry.contains("/api/products?"))
                .anyMatch(entry -> entry.endsWith("/like"));
        assertThat(window.page().context().cookies())
                .isNotEmpty()
                .extracting(cookie -> cookie.secure)
                .containsOnly(true);
        assertThat(window.complaints()).isEmpty();
    }

    @Test
    void theLinesOfTheStartTextWorkWhenPasted(Shop shop) throws Exception {
        List<String> lines = shop.process()
                .output()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("curl "))
                .toList();

        assertThat(shop.process().output()).contains("Likewire is running: " + shop.address());
        assertThat(lines).hasSize(3);
        for (String line : lines) {
            Shell answer = Shell.paste(line);
            assertThat(answer.exitCode()).as(answer.errors()).isZero();
            assertThat(answer.output()).containsAnyOf("[{", "success");
        }
    }

    @Test
    void aLikeInOneWindowMovesTheOther(Shop shop) {
        new StorefrontIT().aLikeInOneWindowMovesTheOther(shop);
    }

    @Test
    void aProductIsMadeEditedAndDeleted(Shop shop) {
        new AdminIT().aProductIsMadeEditedAndDeleted(shop);
    }

    @Test
    void aSearchIsInTheAddressAndBackLeadsOutOfIt(Shop shop) {
        new CatalogueIT().aSearchIsInTheAddressAndBackLeadsOutOfIt(shop);
    }
}
