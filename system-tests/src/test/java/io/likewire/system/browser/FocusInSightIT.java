package io.likewire.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever uses the keyboard sees what has the focus, forwards and backwards. */
@FullInChromium
class FocusInSightIT {
    private static final int STOPS = 45;

    /** What has the focus, and what hides it; only what is as large as the window may go out of it. */
    private static final String FOCUS = """
            () => {
              let focused = document.activeElement;
              while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
              if (!focused || focused === document.body) return ['body', 'nothing has the focus'];
              const name = focused.outerHTML.replace(/<!--.*?-->/g, '').slice(0, 90);
              const around = new Set();
              for (let one = focused; one; one = one.parentNode ?? one.host) around.add(one);
              const isSeen = ([x, y]) => {
                const there = document.elementFromPoint(x, y);
                return there !== null && (around.has(there) || focused.contains(there));
              };
              const boxes = [...focused.getClientRects()].filter(({ width, height }) => width > 4 && height > 4);
              const edges = ({ left, right, top, bottom }) => {
                const [x, y] = [(left + right) / 2, (top + bottom) / 2];
                return [[x, y], [left + 2, y], [right - 2, y], [x, top + 2], [x, bottom - 2]];
              };
              const large = focused.getBoundingClientRect().height > innerHeight - 160;
              const points = boxes.flatMap(edges).filter(([, y]) => !large || (y > 80 && y < innerHeight - 80));
              const hidden = points.filter((point) => !isSeen(point));
              const over = hidden.map(([x, y]) => document.elementFromPoint(x, y)?.outerHTML.slice(0, 60));
              return [name, hidden.length ? `${JSON.stringify(hidden)} under ${over[0]}` : ''];
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
        "/problems/already-liked, 320, 640",
        "/docs, 640, 400",
        "/docs, 320, 640",
        "/nothing, 640, 400",
        "/admin, 320, 640"
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
    @CsvSource({
        "Products, 320, 640",
        "Users, 640, 400",
        "Users, 320, 640",
        "Operations, 640, 400",
        "Operations, 320, 640"
    })
    void onTheAdminPages(String name, int width, int height, Shop shop) {
        AdminPages admin = shop.adminPages(screen(width, height));
        admin.open(name);
        admin.window().waitsForNetwork();
        isInSight(admin.page());
    }

    @ParameterizedTest
    @CsvSource({"1280, 500", "640, 400", "320, 640"})
    void underTheBarOfASelection(int width, int height, Shop shop) {
        shop.catalogue().createMany("Sighted tea", 8);
        AdminPages admin = shop.adminPages(screen(width, height));
        Page page = admin.page();
        isInSight(page);
        admin.field("Select all on this page").check();
        isInSight(page);
        admin.tell("Told at the bottom of the window");
        isInSight(page);
        shop.catalogue().deleteAll(title -> title.startsWith("Sighted tea"));
    }

    @Test
    void inTheDialogs(Shop shop) {
        AdminPages admin = shop.adminPages(screen(320, 400));
        for (String button : List.of("New product", "Import")) {
            admin.press(button);
            isInSight(admin.page());
            admin.page().keyboard().press("Escape");
        }
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
