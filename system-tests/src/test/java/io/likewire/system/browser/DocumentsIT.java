package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("full")
@ExtendWith(InChromium.class)
class DocumentsIT {
    private static final int PATIENCE_MS = 90_000;

    @Test
    void theContractCanBeReadAndTried(Shop shop) {
        Window window = shop.enter(new NewContextOptions());
        Page page = window.page();
        page.navigate("/docs");
        window.waitsForNetwork();
        assertThat(window.complaints()).isEmpty();
        Locator create = page.locator("#operations-products-createProduct");
        assertThat(create).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MS));
        create.click();
        assertThat(create).containsText("Adds a product");
        assertThat(create).containsText("For administrators");

        Locator health = page.locator("#operations-operations-getHealth");
        health.click();
        health.getByText("Try it out").click();
        health.getByText("Execute").click();

        Locator answer = health.locator(".live-responses-table .response");
        assertThat(answer).containsText("200");
        assertThat(answer).containsText("\"status\"");
        assertThat(window.complaints()).isEmpty();
    }

    @Test
    void aTypeOfProblemIsExplainedWhereItPoints(Shop shop) {
        Window window = shop.enter(new NewContextOptions());
        Page page = window.page();
        page.navigate("/problems");
        page.locator("li")
                .filter(new FilterOptions().setHasText("You already liked this product"))
                .getByRole(AriaRole.LINK)
                .click();

        page.waitForURL("**/problems/already-liked");
        assertThat(page.locator("h1")).hasText("You already liked this product");
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        assertThat(window.complaints()).isEmpty();
    }
}
