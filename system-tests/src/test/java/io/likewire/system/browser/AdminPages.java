package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;

/** The pages at {@code /admin}, through the eyes and hands of an administrator. */
final class AdminPages {
    private final Window window;
    private final Page page;

    AdminPages(Window window) {
        this.window = window;
        this.page = window.page();
    }

    AdminPages signIn(String name, String password) {
        page.navigate("/admin");
        type(name, password);
        assertThat(page.getByRole(AriaRole.NAVIGATION, new GetByRoleOptions().setName("Admin")))
                .isVisible();
        return this;
    }

    /** Into the form to sign in that is on top. */
    void type(String name, String password) {
        field("Username").last().fill(name);
        field("Password").last().fill(password);
        page.keyboard().press("Enter");
    }

    Window window() {
        return window;
    }

    Page page() {
        return page;
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /** Of whatever is open: nothing behind a dialog can be pressed. */
    void press(String button) {
        button(button).click();
    }

    /** The last one: what is on top comes last. */
    Locator button(String name) {
        return buttons(name).last();
    }

    Locator buttons(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    void open(String name) {
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(name)))
                .isFocused();
    }

    /** The one on top. */
    Locator dialog() {
        return page.locator("dialog[open]").last();
    }

    Locator row(String title) {
        return page.locator(
                "tbody tr",
                new Page.LocatorOptions()
                        .setHas(page.getByRole(
                                AriaRole.ROWHEADER,
                                new GetByRoleOptions().setName(title).setExact(true))));
    }

    /** Leaves one row, when the title is its own. */
    AdminPages search(String title) {
        field("Search titles").fill(title);
        assertThat(page.locator("tr[data-product]")).hasCount(1);
        return this;
    }

    void importFile(String name, String text) {
        importFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    void importFile(String name, byte[] content) {
        press("Import");
        field("File").setInputFiles(new FilePayload(name, "text/plain", content));
    }

    /** What is changed there is done, but the answer is lost. */
    static void loseAnswers(Page page, String address) {
        page.route(address, route -> {
            if (route.request().method().equals("GET")) {
                route.resume();
            } else {
                route.fetch();
                route.abort();
            }
        });
    }

    /** At the bottom of the window, as after an action. */
    void tell(String sentence) {
        page.evaluate(
                "said => import(document.querySelector('script[src*=\"/admin/\"]').src.replace('admin.js', 'toast.js'))"
                        + ".then(({ toast }) => toast(said))",
                sentence);
        says(sentence);
    }

    void says(String sentence) {
        assertThat(page.locator(".said")).hasText(sentence);
    }
}
