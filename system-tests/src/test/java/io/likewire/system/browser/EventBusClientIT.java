package io.likewire.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.AddScriptTagOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Vert.x' own event-bus client, as in the pages of other Vert.x applications: npm's {@code
 * @vertx/eventbus-bridge-client.js}, unchanged, of which there is no WebJar.
 */
@ExtendWith(InChromium.class)
class EventBusClientIT {
    private static final String SOCKJS = "/META-INF/resources/webjars/sockjs-client/1.6.1/dist/sockjs.min.js";
    private static final String CLIENT = "/vertx/eventbus-bridge-client-1.0.0.js";
    private static final String CONNECT = """
            address => new Promise((opened, failed) => {
              window.frames = [];
              window.errors = [];
              window.bus = new EventBus('/eventbus');
              bus.onerror = error => errors.push(error);
              bus.onclose = () => failed('closed');
              bus.onopen = () => {
                bus.registerHandler(address, (error, message) => frames.push(error ?? message.body));
                opened();
              };
            })""";

    @Test
    void theOfficialClientGetsTheCountsOfOneProduct(Shop shop) throws IOException {
        long tea = shop.catalogue().create("Bus tea");
        shop.catalogue().like(tea);
        Page page = pageWithClient(shop);

        page.evaluate(CONNECT, "likes." + tea);
        page.waitForFunction("frames.some(count => count.likes === 1)");
        shop.catalogue().like(tea);
        page.waitForFunction("frames.some(count => count.likes === 2)");

        assertThat(page.evaluate("Object.keys(frames[0]).join()")).isEqualTo("productId,likes,version");
        assertThat(page.evaluate("frames.every(count => count.productId === " + tea + ")"))
                .isEqualTo(true);
        assertThat(page.evaluate("errors.length")).isEqualTo(0);
    }

    @Test
    void theOfficialClientGetsTheFeedOfAll(Shop shop) throws IOException {
        long tea = shop.catalogue().create("Feed tea");
        Page page = pageWithClient(shop);

        page.evaluate(CONNECT, "likes");
        shop.catalogue().like(tea);

        page.waitForFunction("frames.flat().some(count => count.productId === " + tea + " && count.likes === 1)");
    }

    @Test
    void theOfficialClientCannotSendToAService(Shop shop) throws IOException {
        Page page = pageWithClient(shop);

        page.evaluate(CONNECT, "likes");
        page.evaluate("bus.send('likewire.products', {}, {action: 'list'}, error => errors.push(error))");

        page.waitForFunction("errors.length > 0");
        assertThat(page.evaluate("errors[0].failureType ?? errors[0].body ?? errors[0].message"))
                .asString()
                .isNotBlank();
    }

    private static Page pageWithClient(Shop shop) throws IOException {
        Page page = shop.enter(new NewContextOptions().setBypassCSP(true)).page();
        page.navigate("/");
        page.addScriptTag(new AddScriptTagOptions().setContent(script(SOCKJS)));
        page.addScriptTag(new AddScriptTagOptions().setContent(script(CLIENT)));
        return page;
    }

    private static String script(String name) throws IOException {
        try (InputStream in = EventBusClientIT.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
