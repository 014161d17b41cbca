package io.likewire.products.store;

import static io.likewire.products.store.ProductTables.change;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.likewire.contracts.problems.Refusal;
import io.likewire.contracts.products.Product;
import io.likewire.contracts.products.ProductDraft;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SqlForeignIdsIT {
    private static final ProductDraft TEA = new ProductDraft("Tea", "/tea.svg");

    @AutoClose
    private final ProductTables tables = ProductTables.ofAdministrator();

    private final SqlProducts products = new SqlProducts(tables.transactions);

    @Test
    void aProductKeepsTheIdThatItHadElsewhereAndOursComeAfterIt() {
        assertThat(products.adopt(41, TEA, change()).await().id()).isEqualTo(41);
        assertThat(products.create(TEA, change()).await().id()).isEqualTo(42);
        assertThat(events()).containsExactly("product_created", "product_created");
    }

    @Test
    void whatIsSoAlreadyIsLeftAlone() {
        Product first = products.adopt(7, TEA, change()).await();
        Product again = products.adopt(7, TEA, change()).await();

        assertThat(again.version()).isEqualTo(first.version());
        assertThat(events()).containsExactly("product_created");
    }

    @Test
    void aChangeThereIsAChangeHere() {
        Product first = products.adopt(7, TEA, change()).await();
        Product changed = products.adopt(7, new ProductDraft("Green tea", "/tea.svg"), change())
                .await();

        assertThat(changed.title()).isEqualTo("Green tea");
        assertThat(changed.version()).isGreaterThan(first.version());
        assertThat(events()).containsExactly("product_created", "product_updated");
    }

    @Test
    void manyAtOnceMakeOne() {
        Future.all(Stream.generate(() -> products.adopt(7, TEA, change()))
                        .limit(20)
                        .toList())
                .await();

        assertThat(events()).containsExactly("product_created");
    }

    @Test
    void anIdThatLeavesNoRoomForNewOnesIsRefused() {
        assertThatThrownBy(() -> products.adopt((1L << 52) + 1, TEA, change()).await())
                .isInstanceOf(Refusal.class);
        assertThat(products.create(TEA, change()).await().id()).isEqualTo(1);
    }

    /** Its row and its tombstone change in one transaction, which is not over when the other one begins. */
    @Test
    void whatIsBeingDeletedIsNotAdopted() {
        long id = products.create(TEA, change()).await().id();
        SqlConnection deletion = tables.pool.getConnection().await();
        deletion.begin().await();
        deletion.query("DELETE FROM products WHERE id = " + id).execute().await();
        deletion.query("INSERT INTO deleted_products (id, version, command_id) VALUES (" + id + ", 1, UNHEX(MD5('x')))")
                .execute()
                .await();

        Future<Product> adoption = products.adopt(id, TEA, change());
        // InnoDB answers as it did before when it is asked within 100 ms
        await().pollInterval(Duration.ofMillis(200)).until(this::somebodyWaits);
        deletion.query("COMMIT").execute().await();
        deletion.close().await();

        assertThatThrownBy(adoption::await).isInstanceOf(Refusal.class);
        assertThat(tables.run("SELECT id FROM products")).isEmpty();
    }

    private boolean somebodyWaits() {
        return tables.number("SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'") > 0;
    }

    @Test
    void theDeletedDoNotComeBack() {
        products.adopt(7, TEA, change()).await();
        products.delete(7, change()).await();

        assertThatThrownBy(() -> products.adopt(7, TEA, change()).await()).isInstanceOf(Refusal.class);
        assertThat(events()).containsExactly("product_created", "product_deleted");
    }

    private List<String> events() {
        return tables.run("SELECT JSON_UNQUOTE(JSON_EXTRACT(headers, '$.type')) FROM outbox ORDER BY id").stream()
                .map(row -> row.getString(0))
                .toList();
    }
}
