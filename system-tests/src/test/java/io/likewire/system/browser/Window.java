package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;

/** A browser window on the storefront, through the eyes and hands of a person. */
final class Window {
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Window(Page page) {
        this.page = page;
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onDialog(dialog -> {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
    }

    Window open() {
        page.navigate("/");
        assertThat(page.locator("product-card").first()).isVisible();
        return this;
    }

    void reload() {
        page.reload();
        assertThat(page.locator("product-card").first()).isVisible();
    }

    Page page() {
        return page;
    }

    /** Errors and warnings of the browser's console, uncaught errors, dialogs. */
    List<String> complaints() {
        return complaints;
    }

    Locator card(long product) {
        return page.locator("product-card[data-product='" + product + "']");
    }

    Locator likeButton(long product) {
        return card(product).getByRole(AriaRole.BUTTON);
    }

    /** That counts are not live. */
    Locator badge() {
        return page.locator("live-badge .badge.warning");
    }

    void press(long product) {
        likeButton(product).click();
    }

    /** Scrolls there first: counts are live for what is in view. */
    void showsCount(long product, int likes) {
        card(product).scrollIntoViewIfNeeded();
        assertThat(card(product).locator(".count")).hasText(Integer.toString(likes));
    }

    void showsLiked(long product, boolean liked) {
        assertThat(likeButton(product)).hasAttribute("aria-pressed", Boolean.toString(liked));
    }

    static void signUp(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign in"))
                .first()
                .click();
        page.getByText("Create an account").click();
        page.getByLabel("Username").fill(name);
        page.getByLabel("Password").fill(Shop.PASSWORD);
        page.getByText("Create account").click();
    }

    void waitsForNetwork() {
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }
}
