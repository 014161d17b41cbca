package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A browser client written for the tutorial, which knows no credentials, on a site of its own. */
@FullInChromium
class TutorialFrontEndIT {
    private static final Path PAGE = Path.of("src", "test", "resources", "tutorial-front-end.html");

    @Test
    void itListsMakesEditsLikesAndDeletes(Shop shop) {
        Window window = shop.enter();
        Page page = window.page();
        page.navigate(shop.elsewhere().serving(PAGE) + "?api=" + shop.address());
        assertThat(page.locator("li").first()).isVisible();

        write(page, "Tutorial tea", "https://example.com/tea.png");
        Locator tea = page.locator("li", new Page.LocatorOptions().setHasText("Tutorial tea"));
        assertThat(tea).containsText("Tutorial tea 0 likes");
        long id = Long.parseLong(tea.getAttribute("data-id"));

        press(tea, "Like");
        assertThat(tea).containsText("1 likes");
        shop.catalogue().awaitProjectedLikes(id, 1);

        press(tea, "Edit");
        write(page, "Tutorial coffee", "https://example.com/coffee.png");
        Locator coffee = page.locator("li[data-id='" + id + "']");
        assertThat(coffee).containsText("Tutorial coffee 1 likes");

        press(coffee, "Delete");
        assertThat(coffee).hasCount(0);
        page.reload();
        assertThat(page.locator("li").first()).isVisible();
        assertThat(coffee).hasCount(0);
        assertThat(window.complaints()).isEmpty();
        assertThat(shop.process().output()).contains("TUTORIAL_MODE=true: everybody on this machine may change");
    }

    private static void write(Page page, String title, String image) {
        page.getByPlaceholder("Title").fill(title);
        page.getByPlaceholder("Image").fill(image);
        press(page.locator("form"), "Save");
    }

    private static void press(Locator place, String name) {
        place.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .click();
    }
}
