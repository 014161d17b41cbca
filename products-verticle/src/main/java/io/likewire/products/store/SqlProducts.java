package io.likewire.products.store;

import io.likewire.contracts.bus.RequestKey;
import io.likewire.contracts.events.EventType;
import io.likewire.contracts.events.ProductEvent;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.contracts.products.EncodedProduct;
import io.likewire.contracts.products.Product;
import io.likewire.contracts.products.ProductDraft;
import io.likewire.contracts.products.Titles;
import io.likewire.platform.database.Rows;
import io.likewire.platform.database.Sql;
import io.likewire.platform.database.Transactions;
import io.likewire.platform.database.Uuids;
import io.likewire.platform.idempotency.IdempotencyKeys;
import io.likewire.platform.idempotency.KeyedCommand;
import io.likewire.platform.outbox.Outbox;
import io.likewire.platform.outbox.OutboxRow;
import io.likewire.products.domain.ProductRepository;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Products in MySQL. */
public record SqlProducts(Transactions transactions) implements ProductRepository {
    static final String SOURCE = "/likewire/products";

    @Override
    public Future<Optional<Product>> find(long id) {
        return transactions.read(client -> one(client, id));
    }

    @Override
    public Future<Product> create(ProductDraft draft, Change change) {
        return SqlBulk.create(transactions, List.of(draft), own(change), change).map(made -> made.get(0));
    }

    @Override
    public Future<EncodedProduct> createOnce(ProductDraft draft, Change change, RequestKey key) {
        KeyedCommand command = new KeyedCommand(key, change.commandId());
        return transactions
                .write(transaction -> IdempotencyKeys.once(
                        transaction, command, () -> SqlBulk.insert(transaction, List.of(draft), own(change), change)
                                .map(made -> made.get(0).print())))
                .map(kept -> EncodedProduct.read(kept.answer(), kept.replayed()));
    }

    private static List<Object[]> own(Change change) {
        return Rows.of(List.of(Uuids.bytes(change.commandId())));
    }

    @Override
    public Future<Product> update(long id, ProductDraft draft, Change change) {
        return edit(id, change, old -> Optional.of(draft.appliedTo(old)));
    }

    @Override
    public Future<Product> patch(long id, ProductDraft patch, Change change) {
        return edit(id, change, old -> Optional.of(patch.appliedTo(old)).filter(patched -> !patched.equals(old)));
    }

    /** A title that is normalized already is not stored again and has no event. */
    Future<Product> normalizeTitle(long id, Change change) {
        return edit(id, change, old -> Optional.of(
                        new ProductDraft(Titles.normalized(old.title()), old.image(), old.description()))
                .filter(normalized -> !normalized.equals(old)));
    }

    private Future<Product> edit(long id, Change change, Function<ProductDraft, Optional<ProductDraft>> edit) {
        Buffer command = Uuids.bytes(change.commandId());
        return transactions.write(transaction -> lock(transaction, id).compose(locked -> {
            Row row = locked.orElseThrow(() -> Refusal.noProduct(id));
            if (row.getBuffer("command_id").equals(command)) {
                return existing(transaction, id);
            }
            check(row, change);
            Optional<ProductDraft> edited = edit.apply(ProductRow.read(row).draft());
            return edited.isEmpty() ? existing(transaction, id) : write(transaction, id, edited.get(), change);
        }));
    }

    private static Future<Product> write(SqlConnection transaction, long id, ProductDraft draft, Change change) {
        return Sql.execute(
                        transaction, Statements.UPDATE, ProductRow.values(draft, Uuids.bytes(change.commandId()), id))
                .compose(done -> existing(transaction, id))
                .compose(product -> tell(transaction, EventType.PRODUCT_UPDATED, event(product), change)
                        .map(product));
    }

    @Override
    public Future<Product> adopt(long id, ProductDraft draft, Change change) {
        return SqlForeignIds.adopt(transactions, id, draft, change)
                .compose(adopted ->
                        adopted.isPresent() ? Future.succeededFuture(adopted.get()) : patch(id, draft, change));
    }

    @Override
    public Future<Void> delete(long id, Change change) {
        return transactions.write(transaction -> lock(transaction, id)
                .compose(locked -> locked.isPresent()
                        ? delete(transaction, id, locked.get(), change)
                        : deletedBefore(transaction, id, change)));
    }

    private Future<Void> delete(SqlConnection transaction, long id, Row row, Change change) {
        check(row, change);
        long version = row.getLong("next_version");
        return Sql.execute(transaction, Statements.BURY, id, version, Uuids.bytes(change.commandId()))
                .compose(done -> Sql.execute(transaction, Statements.DELETE, id))
                .compose(done ->
                        tell(transaction, EventType.PRODUCT_DELETED, ProductEvent.deletion(id, version), change));
    }

    private Future<Void> deletedBefore(SqlConnection transaction, long id, Change change) {
        return Sql.execute(transaction, Statements.FIND_BURIED, id, Uuids.bytes(change.commandId()))
                .compose(rows ->
                        rows.size() == 1 ? Future.succeededFuture() : Future.failedFuture(Refusal.noProduct(id)));
    }

    private static void check(Row row, Change change) {
        change.requireInTime();
        if (change.expected() != null && !change.expected().accepts(row.getLong("version"))) {
            throw new Refusal(ProblemType.PRECONDITION_FAILED, "The product has another version by now");
        }
    }

    static <T> T inTime(Change change, T locked) {
        change.requireInTime();
        return locked;
    }

    static Future<Void> tell(SqlConnection transaction, EventType type, ProductEvent event, Change change) {
        return Outbox.write(transaction, List.of(OutboxRow.of(type, event.print(), SOURCE, change.traceparent())));
    }

    static ProductEvent event(Product product) {
        return new ProductEvent(
                product.id(), product.title(), product.image(), product.version(), product.description());
    }

    private static Future<Optional<Row>> lock(SqlConnection transaction, long id) {
        return Sql.execute(transaction, Statements.LOCK, id)
                .map(rows -> rows.stream().findFirst());
    }

    static Future<Product> existing(SqlClient client, long id) {
        return one(client, id).map(Optional::orElseThrow);
    }

    private static Future<Optional<Product>> one(SqlClient client, long id) {
        return Sql.execute(client, Statements.FIND, id)
                .map(rows -> rows.stream().map(ProductRow::read).findFirst());
    }
}
