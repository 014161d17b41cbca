package io.likewire.products.store;

import static io.likewire.products.store.ProductTables.change;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.products.Product;
import io.likewire.contracts.products.ProductDraft;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What products writes for the broker is the samples of the contract, byte for byte but for ids and versions. */
class GoldenEventsIT {
    @AutoClose
    private final ProductTables tables = new ProductTables();

    private final SqlProducts products = new SqlProducts(tables.transactions);

    @Test
    void theLifeOfAProductIsToldAsTheSamplesTellIt() throws IOException {
        JsonObject updated = new JsonObject(sample("product_updated"));

        Product tea = products.create(draft(new JsonObject(sample("product_created"))), change())
                .await();
        String created = told("product_created");
        products.update(tea.id(), draft(updated), change()).await();
        String changed = told("product_updated");
        products.delete(tea.id(), change()).await();
        String deleted = told("product_deleted");

        assertThat(created).isEqualTo(as(tea.id(), created, sample("product_created")));
        assertThat(changed).isEqualTo(as(tea.id(), changed, sample("product_updated")));
        assertThat(deleted).isEqualTo(as(tea.id(), deleted, sample("product_deleted")));
    }

    /** The body of the newest event, which has the type. */
    private String told(String type) {
        Row row = tables.run("SELECT payload, headers FROM outbox ORDER BY id DESC LIMIT 1")
                .get(0);
        assertThat(new JsonObject(row.getString("headers")))
                .isEqualTo(new JsonObject().put("type", type).put("source", "/likewire/products"));
        return row.getBuffer("payload").toString();
    }

    /** The sample with the id, and with the version that was told. */
    private static String as(long id, String told, String sample) {
        JsonObject event = new JsonObject(told);
        JsonObject model = new JsonObject(sample);
        return sample.replace("\"id\":" + model.getLong("id"), "\"id\":" + id)
                .replace(
                        model.getLong("version").toString(),
                        event.getLong("version").toString());
    }

    private static ProductDraft draft(JsonObject event) {
        return new ProductDraft(event.getString("title"), event.getString("image"), event.getString("description"));
    }

    private static String sample(String type) throws IOException {
        try (InputStream in = GoldenEventsIT.class.getResourceAsStream("/events/samples/" + type + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
