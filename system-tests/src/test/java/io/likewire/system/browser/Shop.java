package io.likewire.system.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.likewire.system.rig.JarProcess;
import io.likewire.system.rig.LocalCertificate;
import io.likewire.system.standalone.Catalogue;
import io.likewire.system.standalone.StandaloneProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A running system and a browser to visit it with. */
final class Shop implements AutoCloseable {
    /** A name of this machine that browsers do not take for their own. */
    static final String OF_A_LOCAL_NETWORK = "shop.lan";

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--host-resolver-rules=MAP " + OF_A_LOCAL_NETWORK + " 127.0.0.1",
            "--ignore-certificate-errors-spki-list=" + LocalCertificate.fingerprint());

    /** For what takes moments: the machine may have much else to do. */
    private static final double PATIENCE_MS = 15_000;

    static final String ADMIN_PASSWORD = "tulips in march 4711";
    static final String PASSWORD = "lilies in may 1848";
    static final String OTHER_PASSWORD = "asters in autumn 1901";

    private final StandaloneProcess system;
    private final ForeignSite elsewhere;
    private final Playwright playwright;
    private final Path chromium;
    private final Browser browser;
    private final List<BrowserContext> visitors = new ArrayList<>();

    private Shop(
            StandaloneProcess system, ForeignSite elsewhere, Playwright playwright, Path chromium, Browser browser) {
        this.system = system;
        this.elsewhere = elsewhere;
        this.playwright = playwright;
        this.chromium = chromium;
        this.browser = browser;
    }

    /** @param system not started yet */
    static Shop open(Path chromium, StandaloneProcess system) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        ForeignSite elsewhere = ForeignSite.open();
        system.start(settings(elsewhere));
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1",
                        "NODE_EXTRA_CA_CERTS",
                        LocalCertificate.authority().toString())));
        Browser browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(chromium).setArgs(ARGUMENTS));
        return new Shop(system, elsewhere, playwright, chromium, browser);
    }

    private static Map<String, String> settings(ForeignSite elsewhere) {
        return Map.of("TUTORIAL_MODE", "true", "ADMIN_PASSWORD", ADMIN_PASSWORD, "CORS_ORIGINS", elsewhere.origin());
    }

    /** A window of somebody who has never been here, on the storefront with its products in place. */
    Window visit() {
        return visit(new NewContextOptions());
    }

    Window visit(NewContextOptions options) {
        Window window = enter(options);
        window.open();
        return window;
    }

    /** The pages for administrators, signed in. */
    AdminPages adminPages() {
        return adminPages(new NewContextOptions());
    }

    AdminPages adminPages(NewContextOptions options) {
        return new AdminPages(enter(options)).signIn("admin", ADMIN_PASSWORD);
    }

    /** The pages for administrators of another system, at the base URL of the options, signed in. */
    AdminPages adminPagesAt(NewContextOptions options, String name, String password) {
        return new AdminPages(enter(options)).signIn(name, password);
    }

    /** A window of somebody who has never been here, before any page is opened. */
    Window enter() {
        return enter(new NewContextOptions());
    }

    Window enter(NewContextOptions options) {
        if (options.baseURL == null) {
            options.setBaseURL(address());
        }
        BrowserContext visitor = browser.newContext(options);
        visitors.add(visitor);
        return new Window(visitor.newPage());
    }

    /** A window of somebody whose browser keeps no cookies and lets no page remember anything, on the storefront. */
    Window visitWithoutCookies(Path profile) {
        BrowserContext visitor = playwright
                .chromium()
                .launchPersistentContext(
                        refusingCookies(profile),
                        new LaunchPersistentContextOptions()
                                .setExecutablePath(chromium)
                                .setArgs(ARGUMENTS)
                                .setBaseURL(address()));
        visitors.add(visitor);
        return new Window(visitor.newPage()).open();
    }

    private static Path refusingCookies(Path profile) {
        try {
            Path folder = Files.createDirectories(profile.resolve("Default"));
            Files.writeString(
                    folder.resolve("Preferences"),
                    "{\"profile\":{\"default_content_setting_values\":{\"cookies\":2}}}");
            return profile;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return system.address().toString();
    }

    Catalogue catalogue() {
        return system.catalogue();
    }

    JarProcess process() {
        return system.process();
    }

    /** A site that the gateway knows. */
    ForeignSite elsewhere() {
        return elsewhere;
    }

    void startAgain() {
        system.start(settings(elsewhere));
    }

    void everybodyLeaves() {
        visitors.forEach(BrowserContext::close);
        visitors.clear();
    }

    @Override
    public void close() {
        playwright.close();
        system.close();
        elsewhere.close();
    }
}
