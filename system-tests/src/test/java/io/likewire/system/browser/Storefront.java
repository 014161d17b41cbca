package io.likewire.system.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The storefront page in a browser of its own: one visitor. */
final class Storefront implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Storefront(BrowserContext context, URI address) {
        this.context = context;
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(address.toString());
    }

    static Storefront open(Chromium chromium, URI address) {
        return open(chromium, address, new Browser.NewContextOptions());
    }

    static Storefront open(Chromium chromium, URI address, Browser.NewContextOptions options) {
        return new Storefront(chromium.browser().newContext(options), address);
    }

    Locator card(long product) {
        return page.locator("product-card[data-product=\"" + product + "\"]");
    }

    Locator likeButton(long product) {
        return card(product).getByRole(AriaRole.BUTTON);
    }

    Locator count(long product) {
        return card(product).locator(".count");
    }

    Locator pausedBadge() {
        return page.getByText("Live paused");
    }

    Page page() {
        return page;
    }

    /** Errors in the console, refused scripts and styles among them. */
    List<String> complaints() {
        return complaints;
    }

    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        context.close();
    }
}
