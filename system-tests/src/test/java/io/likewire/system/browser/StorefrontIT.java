package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.likewire.system.rig.Rest;
import io.likewire.system.standalone.StandaloneProcess;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@NeedsChromium
class StorefrontIT {
    private static final long TEA = 1;
    private static final long COFFEE = 2;
    private static final double PATIENCE_MS = 20_000;
    private static StandaloneProcess system;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        system = StandaloneProcess.create("browser");
        system.start();
        chromium = Chromium.launch();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
        system.close();
    }

    @Test
    void aLikeInOneWindowMovesTheCountInAnother() {
        try (Storefront ann = open();
                Storefront bob = open()) {
            String before = bob.likeButton(TEA).getAttribute("data-likes");
            ann.likeButton(TEA).click();

            long expected = Long.parseLong(before) + 1;
            hasLikes(bob.likeButton(TEA), expected);
            hasLikes(ann.likeButton(TEA), expected);
            isPressed(ann.likeButton(TEA), true);
            isPressed(bob.likeButton(TEA), false);
            assertThat(ann.complaints()).isEmpty();
            assertThat(bob.complaints()).isEmpty();
        }
    }

    @Test
    void whatThisBrowserLikesIsKnownAfterAReloadAndCanBeTakenBack() {
        try (Storefront ann = open()) {
            ann.likeButton(COFFEE).click();
            isPressed(ann.likeButton(COFFEE), true);

            ann.page().reload();
            isPressed(ann.likeButton(COFFEE), true);

            long liked = Long.parseLong(ann.likeButton(COFFEE).getAttribute("data-likes"));
            ann.likeButton(COFFEE).click();
            isPressed(ann.likeButton(COFFEE), false);
            hasLikes(ann.likeButton(COFFEE), liked - 1);
        }
    }

    @Test
    void alreadyLikedElsewhereCountsAsLiked() {
        try (Storefront ann = open()) {
            isPressed(ann.likeButton(TEA), false);
            ann.page()
                    .evaluate("fetch('/api/visitors', {method: 'POST'})"
                            + ".then(() => fetch('/api/products/1/like', {method: 'POST'}))");
            ann.likeButton(TEA).click();

            isPressed(ann.likeButton(TEA), true);
            assertThat(ann.card(TEA).locator(".message")).not().containsText("already");
        }
    }

    @Test
    void theKeyboardIsEnough() {
        try (Storefront ann = open()) {
            isPressed(ann.likeButton(TEA), false);
            ann.likeButton(TEA).focus();
            ann.page().keyboard().press("Enter");
            isPressed(ann.likeButton(TEA), true);
            ann.page().keyboard().press("Space");
            isPressed(ann.likeButton(TEA), false);
        }
    }

    @Test
    void aFrozenServerIsShownAsPausedAndHealsByItself() {
        try (Storefront ann = open()) {
            hasCount(ann, TEA);
            system.process().pause();
            try {
                assertThat(ann.pausedBadge()).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(15_000));
                ann.screenshot("paused");
            } finally {
                system.process().resume();
            }
            assertThat(ann.pausedBadge())
                    .not()
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MS));

            long likes = Long.parseLong(ann.likeButton(TEA).getAttribute("data-likes"));
            Rest.at(system.address()).newVisitor().like(TEA);
            hasLikes(ann.likeButton(TEA), likes + 1);
        }
    }

    @Test
    void aPhoneShowsEverythingWithoutScrollingSideways() {
        Browser.NewContextOptions phone =
                new Browser.NewContextOptions().setViewportSize(360, 740).setColorScheme(ColorScheme.DARK);
        try (Storefront ann = Storefront.open(chromium, system.address(), phone)) {
            hasCount(ann, TEA);
            ann.screenshot("phone-dark");

            Object overflow = ann.page().evaluate("document.documentElement.scrollWidth - window.innerWidth");
            assertThat(((Number) overflow).intValue()).isLessThanOrEqualTo(0);
            assertThat(ann.likeButton(TEA).boundingBox().height).isGreaterThanOrEqualTo(44);
        }
    }

    @Test
    void aTitleIsTextWhateverItSays() {
        String title = "<img src=x onerror=document.title='owned'>";
        JsonObject draft = new JsonObject().put("title", title).put("image", "/images/tea.svg");
        long id = Rest.at(system.address()).post("/api/products", draft).json().getLong("id");
        try (Storefront ann = open()) {
            assertThat(ann.card(id)).containsText(title);
            assertThat(ann.page().title()).isNotEqualTo("owned");
            ann.screenshot("light");
        }
    }

    private static Storefront open() {
        return Storefront.open(chromium, system.address());
    }

    private static void hasCount(Storefront page, long product) {
        assertThat(page.count(product)).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MS));
    }

    private static void hasLikes(Locator button, long likes) {
        assertThat(button)
                .hasAttribute(
                        "data-likes",
                        Long.toString(likes),
                        new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE_MS));
    }

    private static void isPressed(Locator button, boolean pressed) {
        assertThat(button)
                .hasAttribute(
                        "aria-pressed",
                        Boolean.toString(pressed),
                        new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE_MS));
    }
}
