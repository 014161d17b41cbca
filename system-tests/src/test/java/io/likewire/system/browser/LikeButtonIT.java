package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The button as somebody puts it on a site of their own. */
@FullInChromium
class LikeButtonIT {
    @Test
    void theCodeForItIsWrittenWhileItIsConfigured(Shop shop) {
        long tea = shop.catalogue().create("Configured \"tea\"");
        Window window =
                shop.enter(new NewContextOptions().setPermissions(List.of("clipboard-read", "clipboard-write")));
        Page page = window.page();
        page.navigate("/embed");
        assertThat(page.locator("like-button")).isVisible();

        page.getByLabel("Product ID").fill(Long.toString(tea));
        page.getByLabel("Size").selectOption("Large");
        assertThat(page.getByLabel("Name")).hasValue("Configured \"tea\"");
        page.getByText("Copy code").click();

        assertThat(page.getByText("Code copied")).isVisible();
        assertThat(page.evaluate("navigator.clipboard.readText()"))
                .isEqualTo(String.format(Locale.ROOT, """
                <script type="module" src="%s/like-button.js"></script>
                <like-button product="%d" name="Configured &quot;tea&quot;" style="--like-size: 1.4"></like-button>""", shop.address(), tea));
        page.locator("like-button").click();
        assertThat(page.locator("like-button .count")).hasText("1");
        page.getByLabel("Product ID").fill("987654321");
        assertThat(page.getByText("Product not found")).isVisible();
        shop.catalogue().delete(tea);
    }

    @Test
    void oneWithoutAProductSaysSoAndAsksNobody(Shop shop) {
        Window window = shop.enter();
        Page page = window.page();
        page.navigate(shop.elsewhere().embedding(shop.address(), 0));
        Locator button = page.getByRole(AriaRole.BUTTON);

        assertThat(button).isDisabled();
        page.waitForCondition(() -> window.complaints().stream()
                .anyMatch(complaint -> complaint.contains("like-button: the attribute \"product\"")));
        assertThat(page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")
                        .toString())
                .contains("like-button.js")
                .doesNotContain("/api/");

        page.evaluate("document.querySelector('like-button').setAttribute('product', '0x10')");
        assertThat(button).isDisabled();
        page.evaluate("document.querySelector('like-button').setAttribute('product', '16')");
        assertThat(button).isEnabled();
    }

    @Test
    void twoTabsOfOnePersonAgree(Shop shop) {
        long tea = shop.catalogue().create("Tabbed tea");
        for (String address : List.of("/products/" + tea, shop.elsewhere().embedding(shop.address(), tea))) {
            Page one = shop.enter().page();
            Page other = one.context().newPage();
            one.navigate(address);
            other.navigate(address);
            Locator button = one.locator("like-button button");
            Locator same = other.locator("like-button button");
            assertThat(button).hasAttribute("aria-pressed", "false");
            assertThat(same).hasAttribute("aria-pressed", "false");

            button.click();
            assertThat(same).hasAttribute("aria-pressed", "true");
            same.click();
            assertThat(button).hasAttribute("aria-pressed", "false");
            assertThat(one.locator("like-button .count")).hasText("0");
        }
        shop.catalogue().delete(tea);
    }
}
