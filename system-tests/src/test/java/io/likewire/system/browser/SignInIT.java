package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import io.likewire.system.standalone.StandaloneProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where liking takes an account. */
@FullInChromium
class SignInIT {
    @AutoClose
    private static final StandaloneProcess STRICT = StandaloneProcess.secure("sign-in");

    @BeforeAll
    static void start() {
        STRICT.start(Map.of("LIKES_IDENTITY", "account"));
    }

    @Test
    void whoLikesIsAskedWhoHeIsAndTheLikeFollows(Shop shop) {
        Page page = visit(shop);
        like(page, 1).click();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Sign in to like");
        assertThat(like(page, 1)).hasAttribute("aria-pressed", "false");
        page.getByText("Create an account").click();
        assertThat(page.getByRole(AriaRole.DIALOG, named("Create an account"))).isVisible();
        page.getByLabel("Username").fill("petra");
        page.getByLabel("Password").fill("petra");
        page.getByText("Create account").click();
        assertThat(page.getByLabel("Password")).isFocused();
        assertThat(page.getByLabel("Password")).hasAttribute("aria-invalid", "true");

        page.getByLabel("Password").fill(Shop.PASSWORD);
        // the button is pressed before there is an answer, and a reload takes back what is under way
        page.waitForResponse(
                "**/api/products/1/like", () -> page.getByText("Create account").click());

        signedIn(page, "petra");
        assertThat(like(page, 1)).hasAttribute("aria-pressed", "true");
        page.reload();
        signedIn(page, "petra");
        assertThat(like(page, 1)).hasAttribute("aria-pressed", "true");
    }

    @Test
    void whoComesWithACrowdIsLetInAfterAMoment(Shop shop) {
        Page page = visit(shop);
        AtomicInteger asked = new AtomicInteger();
        page.route("**/api/auth/register", route -> {
            if (route.request().method().equals("POST") && asked.incrementAndGet() < 3) {
                route.fulfill(new FulfillOptions()
                        .setStatus(503)
                        .setContentType("application/problem+json")
                        .setBody("{\"type\":\"/problems/overloaded\",\"status\":503}"));
            } else {
                route.resume();
            }
        });
        Window.signUp(page, "rosalie");

        signedIn(page, "rosalie");
    }

    @Test
    void nothingThatWasTypedIsLeftForTheNextPerson(Shop shop) {
        Page page = visit(shop);
        Window.signUp(page, "rudolf");
        signedIn(page, "rudolf");
        assertThat(page.locator("sign-in input")).hasCount(2);
        isEmpty(page);

        signOut(page);
        type(page, "rudolf");
        page.keyboard().press("Escape");
        isEmpty(page);
        type(page, "rudolf");
        page.getByText("Cancel").click();
        isEmpty(page);
        type(page, "rudolf");
        page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))");
        isEmpty(page);
    }

    @Test
    void whatWasTypedIsGoneBeforeALateAnswer(Shop shop) {
        Page page = visit(shop);
        List<Route> held = new ArrayList<>();
        page.route("**/api/auth/login", held::add);
        type(page, "sibylle");
        page.keyboard().press("Enter");
        page.waitForCondition(() -> !held.isEmpty());
        page.keyboard().press("Escape");
        page.waitForResponse("**/api/auth/login", () -> held.get(0).resume());

        page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
        assertThat(page.getByLabel("Username")).isFocused();
        isEmpty(page);
        assertThat(page.locator("sign-in [role=alert]")).isEmpty();
        assertThat(page.locator("sign-in [aria-invalid=true]")).hasCount(0);
    }

    @Test
    void signingOutInOneTabSignsOutTheOther(Shop shop) {
        Page one = visit(shop);
        Window.signUp(one, "quentin");
        signedIn(one, "quentin");
        like(one, 2).click();
        assertThat(like(one, 2)).hasAttribute("aria-pressed", "true");
        Page other = one.context().newPage();
        other.navigate(STRICT.address().toString());
        assertThat(like(other, 2)).hasAttribute("aria-pressed", "true");

        signOut(one);

        assertThat(one.getByRole(AriaRole.BUTTON, named("Sign in"))).isVisible();
        assertThat(other.getByRole(AriaRole.BUTTON, named("Sign in"))).isVisible();
        assertThat(like(other, 2)).hasAttribute("aria-pressed", "false");
    }

    private static Page visit(Shop shop) {
        Page page = shop.enter().page();
        page.navigate(STRICT.address().toString());
        assertThat(page.locator("product-card").first()).isVisible();
        return page;
    }

    private static void signedIn(Page page, String name) {
        assertThat(page.getByRole(AriaRole.BUTTON, named("Account: " + name))).isVisible();
    }

    private static void signOut(Page page) {
        page.getByRole(AriaRole.BUTTON, named("Account: ")).click();
        page.getByText("Sign out").click();
    }

    private static void type(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
        page.getByLabel("Username").fill(name);
        page.getByLabel("Password").fill(Shop.PASSWORD);
    }

    private static void isEmpty(Page page) {
        assertThat(page.locator("sign-in input[name=username]")).hasValue("");
        assertThat(page.locator("sign-in input[name=password]")).hasValue("");
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name);
    }

    private static Locator like(Page page, long product) {
        return page.locator("product-card[data-product='" + product + "']").getByRole(AriaRole.BUTTON);
    }
}
