package io.likewire.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever uses the keyboard sees what has the focus, forwards and backwards. */
@Tag("full")
@ExtendWith(InChromium.class)
class FocusInSightIT {
    private static final int STOPS = 45;

    /** What has the focus, and why it is not in sight; only what is larger than the rest of the window may go out of it. */
    private static final String FOCUS = """
            () => {
              let focused = document.activeElement;
              while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
              if (!focused || focused === document.body) return ['body', 'nothing has the focus'];
              const name = focused.outerHTML.replace(/<!--.*?-->/g, '').slice(0, 90);
              const bar = document.querySelector('.bar');
              if (bar?.contains(focused)) return [name, ''];
              const { top, bottom, left, right, height } = focused.getBoundingClientRect();
              const first = Math.max(0, bar?.getBoundingClientRect().bottom ?? 0);
              const last = document.querySelector('.offline')?.getBoundingClientRect().top ?? innerHeight;
              const large = height > last - first - 8;
              if (!large && top < first - 1) return [name, `top ${top} < ${first}`];
              if (!large && bottom > last + 1) return [name, `bottom ${bottom} > ${last}`];
              if (left < -1 || right > document.documentElement.clientWidth + 1) return [name, `${left} to ${right}`];
              return [name, ''];
            }""";

    @ParameterizedTest
    @CsvSource({
        "/, 1280, 800",
        "/, 320, 640",
        "/, 640, 400",
        "/products/1, 320, 640",
        "/products/1, 640, 400",
        "/likes, 640, 400",
        "/account, 640, 400",
        "/embed, 640, 400",
        "/problems, 640, 400"
    })
    void onThePagesForEverybody(String path, int width, int height, Shop shop) {
        Window window = shop.visit(screen(width, height));
        window.press(1);
        window.showsLiked(1, true);
        window.page().navigate(path);
        window.waitsForNetwork();
        isInSight(window.page());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Products", "Users", "Operations"})
    void onTheAdminPages(String name, Shop shop) {
        AdminPages admin = shop.adminPages(screen(640, 400));
        admin.open(name);
        admin.window().waitsForNetwork();
        isInSight(admin.page());
    }

    @ParameterizedTest
    @CsvSource({"320, 640", "640, 400"})
    void aboveTheBannerOfALostServer(int width, int height, Shop shop) {
        Window window = shop.visit(screen(width, height));
        window.page().routeWebSocket("**/eventbus/*", socket -> socket.close());
        window.page().context().setOffline(true);
        window.page().locator(".offline").waitFor();
        isInSight(window.page());
    }

    private static NewContextOptions screen(int width, int height) {
        return new NewContextOptions().setViewportSize(width, height);
    }

    private static void isInSight(Page page) {
        List<String> seen = new ArrayList<>();
        List<String> hidden = new ArrayList<>();
        int forwards = walk(page, "Tab", STOPS, seen, hidden);
        walk(page, "Shift+Tab", forwards - 1, seen, hidden);
        assertThat(hidden).as("of %s", seen).isEmpty();
    }

    /** To the end of the page at most. */
    private static int walk(Page page, String key, int stops, List<String> seen, List<String> hidden) {
        for (int stop = 0; stop < stops; stop++) {
            page.keyboard().press(key);
            List<?> focus = (List<?>) page.evaluate(FOCUS);
            if (focus.get(0).equals("body")) {
                return stop;
            }
            seen.add((String) focus.get(0));
            if (!focus.get(1).equals("")) {
                hidden.add(key + " " + stop + ": " + focus.get(0) + ": " + focus.get(1));
            }
        }
        return stops;
    }
}
