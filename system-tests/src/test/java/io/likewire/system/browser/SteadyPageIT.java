package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** 200 products on a page, and the counts in view never rest. */
@FullInChromium
class SteadyPageIT {
    private static final Logger LOG = LoggerFactory.getLogger(SteadyPageIT.class);
    private static final int PRODUCTS = 200;
    private static final int VISITORS = 8;
    private static final Duration LOAD = Duration.ofSeconds(5);
    private static final String WATCH = """
            () => {
              window.seen = { shifts: 0, counts: 0, frames: 0 };
              new PerformanceObserver(list => list.getEntries().forEach(entry => seen.shifts += entry.value))
                .observe({ type: 'layout-shift' });
              const numbers = new MutationObserver(changes => seen.counts += changes.length);
              const buttons = [...document.querySelectorAll('product-card')].map(card => card.shadowRoot.querySelector('like-button'));
              buttons.forEach(button => numbers.observe(button.shadowRoot.querySelector('.count'), { childList: true }));
              const count = () => { seen.frames++; requestAnimationFrame(count); };
              count();
              const inView = ({ top, bottom }) => bottom > 0 && top < innerHeight;
              return buttons.filter(button => inView(button.getBoundingClientRect())).map(button => button.product);
            }""";

    @Test
    void nothingShiftsWhileCountsMoveTenTimesASecond(Shop shop) throws Exception {
        shop.catalogue().createMany("Steady tea", PRODUCTS);
        try {
            Window window = shop.enter(new NewContextOptions().setViewportSize(1440, 1000));
            Page page = window.page();
            page.navigate("/?q=steady+tea&page=4");
            assertThat(page.locator("product-card")).hasCount(PRODUCTS);
            window.waitsForNetwork();
            @SuppressWarnings("unchecked")
            List<Number> inView = (List<Number>) page.evaluate(WATCH);
            assertThat(inView).hasSizeGreaterThan(5);

            int likes = likeForAWhile(shop, inView);

            window.showsCount(inView.get(0).longValue(), likes / inView.size() + (likes % inView.size() > 0 ? 1 : 0));
            JsonObject seen =
                    new JsonObject(page.evaluate("JSON.stringify(seen)").toString());
            double movesPerSecond = seen.getInteger("counts") / (double) inView.size() / LOAD.toSeconds();
            LOG.info("{} in view, {} moves a second each, {}", inView.size(), movesPerSecond, seen);
            assertThat(seen.getDouble("shifts")).isZero();
            assertThat(movesPerSecond).isGreaterThan(1);
            assertThat(window.complaints()).isEmpty();
        } finally {
            shop.catalogue().deleteAll(title -> title.startsWith("Steady tea"));
        }
    }

    /** Each in turn, so that none is ahead by more than one. */
    private static int likeForAWhile(Shop shop, List<Number> products) throws Exception {
        Instant end = Instant.now().plus(LOAD);
        AtomicInteger likes = new AtomicInteger();
        ExecutorService visitors = Executors.newFixedThreadPool(VISITORS);
        try {
            Callable<Void> visitor = () -> {
                while (Instant.now().isBefore(end)) {
                    int turn = likes.getAndIncrement();
                    shop.catalogue().like(products.get(turn % products.size()).longValue());
                }
                return null;
            };
            for (Future<Void> done : visitors.invokeAll(Collections.nCopies(VISITORS, visitor))) {
                done.get();
            }
        } finally {
            visitors.shutdownNow();
        }
        return likes.get();
    }
}
