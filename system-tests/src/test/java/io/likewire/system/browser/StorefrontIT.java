package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.RequestOptions;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InChromium.class)
class StorefrontIT {
    private static final Predicate<String> LIST = address -> address.contains("/api/products?");

    @Test
    void aLikeInOneWindowMovesTheOther(Shop shop) {
        long tea = shop.catalogue().create("Moving tea");
        Window one = shop.visit();
        Window other = shop.visit();

        one.press(tea);

        other.showsCount(tea, 1);
        other.showsLiked(tea, false);
        one.showsLiked(tea, true);
        other.press(tea);
        one.showsCount(tea, 2);
        one.press(tea);
        other.showsCount(tea, 1);
        other.showsLiked(tea, true);
        assertThat(one.complaints()).isEmpty();
        assertThat(other.complaints()).isEmpty();
    }

    /** Where a browser has no TLS and the page's name is not its own machine's, it drops cookies that ask for TLS. */
    @Test
    void overPlainHttpUnderANameOfTheLocalNetworkAVisitorStaysWhoItIs(Shop shop) {
        long tea = shop.catalogue().create("Neighbour's tea");
        String address = shop.address().replaceFirst("localhost|127\\.0\\.0\\.1", Shop.OF_A_LOCAL_NETWORK);
        Window window = shop.visit(new NewContextOptions().setBaseURL(address));
        window.press(tea);
        window.showsLiked(tea, true);
        shop.catalogue().awaitProjectedLikes(tea, 1);

        window.reload();
        window.showsLiked(tea, true);
        window.press(tea);

        window.showsCount(tea, 0);
        assertThat(window.complaints())
                .as("what a browser says of each page without TLS")
                .allMatch(said -> said.contains("Cross-Origin-Opener-Policy header has been ignored"));
    }

    @Test
    @Tag("full")
    void whatIsLikedStaysLikedAfterAReload(Shop shop) {
        long tea = shop.catalogue().create("Lasting tea");
        Window window = shop.visit();
        window.press(tea);
        window.showsLiked(tea, true);
        shop.catalogue().awaitProjectedLikes(tea, 1);

        window.reload();

        window.showsLiked(tea, true);
        window.showsCount(tea, 1);
        assertThat(window.complaints()).isEmpty();
    }

    @Test
    @Tag("full")
    void aLikeGivenInAnotherTabCountsAsLiked(Shop shop) {
        long tea = shop.catalogue().create("Twice tea");
        Window window = shop.visit();
        // shown before the answer, which brings the identity
        window.page().waitForResponse(response -> response.url().endsWith("/like"), () -> window.press(1));
        window.showsLiked(1, true);
        var sameVisitor = window.page().context().request();
        sameVisitor.post("/api/products/" + tea + "/like", RequestOptions.create());
        window.showsCount(tea, 1);
        window.showsLiked(tea, false);

        Response answer =
                window.page().waitForResponse(response -> response.url().endsWith("/like"), () -> window.press(tea));

        assertThat(answer.status()).isEqualTo(400);
        window.showsLiked(tea, true);
        window.showsCount(tea, 1);
        assertThat(window.card(tea).locator(".message")).isEmpty();
    }

    @Test
    @Tag("full")
    void aRefusedLikeIsTakenBackAndExplained(Shop shop) {
        long tea = shop.catalogue().create("Unlucky tea");
        Window window = shop.visit();
        window.page().route("**/like", Route::abort);

        window.press(tea);

        assertThat(window.card(tea).locator(".message")).hasText("Can’t reach the server. Try again.");
        window.showsLiked(tea, false);
        window.showsCount(tea, 0);
    }

    @Test
    @Tag("full")
    void aTitleOfMarkupIsText(Shop shop) {
        String markup = "<img src=x onerror=alert(1)><b>bold</b>${1}&lt;";
        long product = shop.catalogue().create(markup);

        Window window = shop.visit();

        assertThat(window.card(product).locator("h2")).hasText(markup);
        assertThat(window.card(product).locator("h2 *")).hasCount(0);
        assertThat(window.complaints()).isEmpty();
        shop.catalogue().delete(product);
    }

    @Test
    @Tag("full")
    void aPictureThatDoesNotLoadGivesWayToADrawing(Shop shop) {
        long product = shop.catalogue().create("Broken cup", "/images/none.png");

        Window window = shop.visit();

        assertThat(window.card(product).locator(".fallback")).isVisible();
        shop.catalogue().delete(product);
    }

    @Test
    @Tag("full")
    void eachStateOfTheListIsShown(Shop shop) {
        Window window = shop.enter();
        window.page().route(LIST, route -> {});
        window.page().navigate("/");
        assertThat(window.page().locator("[data-state=loading]")).isVisible();

        window.page().unrouteAll();
        window.page()
                .route(
                        LIST,
                        route -> route.fulfill(new FulfillOptions()
                                .setStatus(503)
                                .setContentType("application/problem+json")
                                .setBody("{\"type\":\"/problems/search-too-slow\",\"message\":\"Add a rarer word\"}")));
        window.page().navigate("/?q=tea");
        assertThat(window.page().locator("[data-state=failed]")).containsText("Add a rarer word");

        window.page().unrouteAll();
        window.page().route(LIST, Route::abort);
        window.page().navigate("/");
        assertThat(window.page().locator("[data-state=failed]")).isVisible();

        window.page().unrouteAll();
        window.page().getByText("Try again").click();
        assertThat(window.card(1)).isVisible();

        window.page()
                .route(
                        LIST,
                        route -> route.fulfill(new FulfillOptions()
                                .setContentType("application/json")
                                .setBody("[]")));
        window.page().navigate("/");
        assertThat(window.page().locator("[data-state=empty]")).hasText("No products yet");
    }
}
