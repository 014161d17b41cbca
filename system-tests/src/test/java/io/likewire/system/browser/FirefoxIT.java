package io.likewire.system.browser;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Wired;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One journey in another browser, where one is installed. */
@Tag("full")
class FirefoxIT {
    private static final String BUTTON = "document.querySelector('product-card')?.shadowRoot"
            + ".querySelector('like-button')?.shadowRoot.querySelector('button')";

    @Test
    void aLikeOverHttp2IsCountedLiveAndLasts() {
        assumeTrue(Firefox.program().isPresent(), "no Firefox found on PATH");
        Rest rest = Wired.shared().cluster().rest();
        JsonObject draft = new JsonObject().put("title", "Tea for foxes").put("image", "/images/tea.svg");
        long tea = rest.post("/api/products", draft).json().getLong("id");
        try (Firefox firefox = Firefox.start(Firefox.program().orElseThrow())) {
            firefox.open(Wired.secureGateway() + "/?q=Tea+for+foxes");
            await("the list").until(() -> shows(firefox, "?.innerText.trim()", "0"));
            assertThat(firefox.evaluate("performance.getEntriesByType('navigation')[0].nextHopProtocol"))
                    .isEqualTo("h2");

            firefox.evaluate(BUTTON + ".click()");
            await("the like").until(() -> shows(firefox, "?.ariaPressed", "true"));
            rest.newVisitor().like(tea);
            await("both likes").until(() -> shows(firefox, "?.innerText.trim()", "2"));

            firefox.open(Wired.secureGateway() + "/?q=Tea+for+foxes");
            await("the like after a reload").until(() -> shows(firefox, "?.ariaPressed", "true"));
        }
    }

    private static boolean shows(Firefox firefox, String what, String expected) {
        return expected.equals(firefox.evaluate(BUTTON + what));
    }
}
