package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.likewire.system.standalone.Shell;
import java.util.List;
import org.junit.jupiter.api.Test;

@FullInChromium
class DocumentsIT {
    private static final String DARK = "rgb(22, 19, 17)";

    @Test
    void theContractCanBeReadAndTried(Shop shop) throws Exception {
        Window window = shop.enter();
        Page page = window.page();
        page.navigate("/docs");
        page.getByRole(AriaRole.NAVIGATION, new GetByRoleOptions().setName("Operations"))
                .getByText("Adds a product")
                .click();
        Locator create = page.locator("#createProduct");
        assertThat(create).isInViewport();
        assertThat(create).containsText("For administrators");
        create.getByText("The new product").click();
        assertThat(create.getByText("likesVersion").first()).isVisible();

        String line = page.locator("#getHealth pre").first().innerText();
        Shell answer = Shell.paste(line.replace("curl ", "curl -ks "));

        assertThat(answer.output()).contains("\"status\"");
        assertThat(window.complaints()).isEmpty();
    }

    @Test
    void aTypeOfProblemIsExplainedWhereItPoints(Shop shop) {
        Window window = shop.enter();
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

    @Test
    void theSwitchOfColoursIsTheOneOfAllPages(Shop shop) {
        Page page = shop.enter().page();
        page.navigate("/docs");
        page.getByLabel("Theme: system").click();
        page.getByLabel("Theme: light").click();
        for (String address : List.of("/docs", "/problems", "/problems/not-found", "/embed", "/nothing", "/")) {
            page.navigate(address);
            assertThat(page.getByLabel("Theme: dark")).isVisible();
            assertThat(page.locator("body")).hasCSS("background-color", DARK);
        }
        page.getByLabel("Theme: dark").click();
        page.navigate("/docs");
        assertThat(page.getByLabel("Theme: system")).isVisible();
        assertThat(page.locator("body")).not().hasCSS("background-color", DARK);
    }
}
