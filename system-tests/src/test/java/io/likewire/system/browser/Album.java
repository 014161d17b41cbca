package io.likewire.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What every page and every state of it looks like, on screens of all sizes; and axe finds nothing in any. */
final class Album {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String CUT_OFF = """
            () => [...document.querySelectorAll('.button')]
                .filter(button => button.scrollWidth > button.clientWidth)
                .map(button => button.textContent)""";
    private static final String AT_EDGE = """
            () => [...document.querySelectorAll('.top > *')]
                .filter(part => part.getBoundingClientRect().right > document.documentElement.clientWidth - 15)
                .map(part => part.outerHTML.slice(0, 80))""";
    private static final String OUTSIDE = """
            () => [...document.querySelectorAll('body *')]
                .filter(some => some.getBoundingClientRect().right > innerWidth && !some.closest('.sheet, .visually-hidden'))
                .map(some => some.outerHTML.slice(0, 80)).slice(-3)""";

    /** Boxes that scroll sideways for themselves: none has to, but one with code. */
    private static final String TOO_WIDE = """
            () => [...document.querySelectorAll('dialog[open], .sheet, .refused, .panel, main')]
                .filter(box => box.checkVisibility() && box.scrollWidth > box.clientWidth + 1)
                .map(box => box.outerHTML.slice(0, 80) + ' ' + box.scrollWidth + ' > ' + box.clientWidth)""";

    /** Width and height; `zoomed` is a desktop at 200 %. */
    private static final Map<String, int[]> SCREENS = Map.of(
            "narrow", new int[] {320, 640},
            "phone", new int[] {360, 740},
            "zoomed", new int[] {720, 450},
            "tablet", new int[] {768, 1024},
            "wide", new int[] {2560, 1440},
            "desktop", new int[] {1440, 900});

    /** What is photographed. axe looks at the first in the dark and at the second in the light. */
    private static final Set<String> PHOTOGRAPHED = Set.of("narrow", "desktop");

    /** {@code -Dlikewire.album=all} for pictures of every screen, in the dark too. */
    private static final boolean ALL = System.getProperty("likewire.album", "").equals("all");

    private final Page page;
    private final ColorScheme colours;

    Album(Page page, ColorScheme colours) {
        this.page = page;
        this.colours = colours;
    }

    /** Ends on the largest screen. */
    void add(String name) {
        for (String screen : screens()) {
            int[] size = SCREENS.get(screen);
            page.setViewportSize(size[0], size[1]);
            if (ALL || PHOTOGRAPHED.contains(screen)) {
                photograph(name, screen);
            }
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("%s on a %s is no wider than the screen: %s", name, screen, page.evaluate(OUTSIDE))
                    .isLessThanOrEqualTo(size[0]);
            assertThat((List<?>) page.evaluate(TOO_WIDE))
                    .as("%s on a %s has no box that scrolls sideways", name, screen)
                    .isEmpty();
            assertThat((List<?>) page.evaluate(CUT_OFF))
                    .as("%s on a %s shows its buttons' texts whole", name, screen)
                    .isEmpty();
            assertThat((List<?>) page.evaluate(AT_EDGE))
                    .as("%s on a %s has a header within its edges", name, screen)
                    .isEmpty();
            if (screen.equals(isDark() ? "narrow" : "desktop")) {
                isFitForEverybody(name + " on a " + screen);
            }
        }
    }

    private void photograph(String name, String screen) {
        page.screenshot(new ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(
                        String.join("-", name, screen, colours.name().toLowerCase(Locale.ROOT)) + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED));
    }

    private void isFitForEverybody(String name) {
        awaitRest();
        assertThat(axe().analyze().getViolations()).as("%s, %s", name, colours).isEmpty();
    }

    /** While a dialog fades in, or a button changes its colour, contrasts are not those that people read. */
    private void awaitRest() {
        page.waitForFunction("() => document.getAnimations().every(one =>"
                + " one.playState !== 'running' || one.effect.getTiming().iterations === Infinity)");
    }

    /** In the page itself: it has no frames of other sites, for which axe would open a window each time. */
    private AxeBuilder axe() {
        return new AxeBuilder(page).setLegacyMode(true);
    }

    private List<String> screens() {
        return isDark() && !ALL ? List.of("narrow") : List.of("narrow", "phone", "zoomed", "tablet", "wide", "desktop");
    }

    private boolean isDark() {
        return colours == ColorScheme.DARK;
    }
}
