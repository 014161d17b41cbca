package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** With 400 ms to the server and 50 kB a second. */
@FullInChromium
class SlowLineIT {
    private static final Logger LOG = LoggerFactory.getLogger(SlowLineIT.class);
    private static final String SLOW =
            "{'offline': false, 'latency': 400, 'downloadThroughput': 50000, 'uploadThroughput': 50000}";
    private static final String TIMES = """
            () => JSON.stringify({
              paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
              asked: performance.getEntriesByType('resource').find(({ name }) => name.includes('/api/products')).startTime,
            })""";

    @ParameterizedTest
    @ValueSource(strings = {"/", "/products/1"})
    void thePageIsPaintedBeforeItsScriptsAskForAnything(String path, Shop shop) {
        Window window = shop.enter();
        Page page = window.page();
        CDPSession line = page.context().newCDPSession(page);
        line.send("Network.enable");
        line.send(
                "Network.emulateNetworkConditions", JsonParser.parseString(SLOW).getAsJsonObject());
        page.navigate(path);
        assertThat(page.locator("like-button").first()).isVisible();
        window.waitsForNetwork();

        JsonObject times =
                JsonParser.parseString(page.evaluate(TIMES).toString()).getAsJsonObject();

        LOG.info("{} on a slow line, in ms: {}", path, times);
        assertThat(times.get("paint").getAsDouble())
                .isLessThan(times.get("asked").getAsDouble());
    }
}
