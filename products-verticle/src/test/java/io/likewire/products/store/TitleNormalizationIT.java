package io.likewire.products.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.products.ProductSort;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.text.Normalizer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class TitleNormalizationIT {
    private static final String COMPOSED = "Cr\u00e8me br\u00fbl\u00e9e";
    private static final String GROWS = "\u0958".repeat(150);

    @AutoClose
    private final ProductTables tables = new ProductTables();

    @Test
    void whatWasStoredBeforeIsFoundAndTold() {
        AtomicInteger written = new AtomicInteger();
        tables.put("Creme", COMPOSED, Normalizer.normalize(COMPOSED, Normalizer.Form.NFD) + " tea", GROWS);
        TitleNormalization titles = new TitleNormalization(tables.vertx, tables.transactions, written::incrementAndGet);

        assertThat(titles.some().await()).isFalse();

        assertThat(written).hasValue(1);
        List<Row> events = tables.run("SELECT routing_key, payload FROM outbox");
        assertThat(events).hasSize(1);
        JsonObject event = new JsonObject(events.get(0).getBuffer(1));
        assertThat(event.getString("title")).isEqualTo(COMPOSED + " tea");
        assertThat(event.getLong("version")).isGreaterThan(1);
        for (String text : List.of("cre\u0300me", "cr\u00e8me", "creme", "CR\u00c8ME")) {
            assertThat(tables.titles(ProductTables.search(ProductSort.ID, text, 10)))
                    .as(text)
                    .containsExactly("Creme", COMPOSED, COMPOSED + " tea");
        }
        assertThat(titles.some().await()).isFalse();
        assertThat(written).hasValue(1);
        assertThat(tables.run("SELECT title FROM products ORDER BY id DESC LIMIT 1")
                        .get(0)
                        .getString(0))
                .isEqualTo(GROWS);
    }
}
