package io.likewire.products.store;

import io.likewire.contracts.bus.RequestKey;
import io.likewire.contracts.events.EventType;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.contracts.products.MadeProducts;
import io.likewire.contracts.products.Product;
import io.likewire.contracts.products.ProductDraft;
import io.likewire.platform.database.SqlFailure;
import io.likewire.platform.database.Transactions;
import io.likewire.platform.database.Uuids;
import io.likewire.platform.idempotency.IdempotencyKeys;
import io.likewire.platform.idempotency.KeyedCommand;
import io.likewire.platform.outbox.Outbox;
import io.likewire.platform.outbox.OutboxRow;
import io.likewire.products.domain.BulkProducts;
import io.likewire.products.domain.ProductRepository.Change;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Many products in MySQL. Each row has a command id of its own, which follows from the command's and its place. */
public record SqlBulk(Transactions transactions) implements BulkProducts {
    private static final int ROWS_PER_QUESTION = 256;

    @Override
    public Future<List<Product>> create(List<ProductDraft> drafts, Change change) {
        return create(transactions, drafts, commands(drafts, change), change);
    }

    /** @param commands the command ids of the rows, as the rows of a question */
    static Future<List<Product>> create(
            Transactions transactions, List<ProductDraft> drafts, List<Object[]> commands, Change change) {
        return transactions
                .write(transaction -> insert(transaction, drafts, commands, change))
                .recover(failure -> SqlFailure.isDuplicate(failure)
                        ? transactions.read(client -> find(client, commands))
                        : Future.failedFuture(failure));
    }

    @Override
    public Future<MadeProducts> createOnce(List<ProductDraft> drafts, Change change, RequestKey key) {
        KeyedCommand command = new KeyedCommand(key, change.commandId());
        return transactions
                .write(transaction -> IdempotencyKeys.once(
                        transaction, command, () -> insert(transaction, drafts, commands(drafts, change), change)
                                .map(Product::printLines)))
                .map(kept -> new MadeProducts(kept.answer(), kept.replayed()));
    }

    @Override
    public Future<List<Product>> after(long id, int limit) {
        return transactions.read(Statements.AFTER, id, limit).map(ProductRow::all);
    }

    static Future<List<Product>> insert(
            SqlConnection transaction, List<ProductDraft> drafts, List<Object[]> commands, Change change) {
        List<Object[]> rows = IntStream.range(0, drafts.size())
                .mapToObj(i -> ProductRow.values(drafts.get(i), commands.get(i)))
                .toList();
        return Statements.INSERT_ALL
                .changeOnce(transaction, rows)
                .map(locked -> SqlProducts.inTime(change, locked))
                .compose(done -> find(transaction, commands))
                .compose(products -> tell(transaction, products, change).map(products));
    }

    private static List<Object[]> commands(List<ProductDraft> drafts, Change change) {
        return IntStream.range(0, drafts.size())
                .mapToObj(place -> new Object[] {commandOf(change.commandId(), place)})
                .toList();
    }

    private static Future<List<Product>> find(SqlClient client, List<Object[]> commands) {
        List<Future<RowSet<Row>>> questions = new ArrayList<>();
        for (int from = 0; from < commands.size(); from += ROWS_PER_QUESTION) {
            int to = Math.min(commands.size(), from + ROWS_PER_QUESTION);
            questions.add(Statements.FIND_ALL_BY_COMMAND.ask(client, commands.subList(from, to)));
        }
        return Future.all(questions).map(done -> {
            List<Product> products = questions.stream()
                    .flatMap(question -> ProductRow.all(question.result()).stream())
                    .toList();
            if (products.size() != commands.size()) {
                throw new Refusal(ProblemType.TIMEOUT, "The products were made, and changed before this was told");
            }
            return products;
        });
    }

    private static Future<Void> tell(SqlConnection transaction, List<Product> products, Change change) {
        return Outbox.write(
                transaction,
                products.stream()
                        .map(product -> OutboxRow.of(
                                EventType.PRODUCT_CREATED,
                                SqlProducts.event(product).print(),
                                SqlProducts.SOURCE,
                                change.traceparent()))
                        .toList());
    }

    private static Buffer commandOf(UUID command, int place) {
        return Uuids.bytes(
                UUID.nameUUIDFromBytes(Uuids.bytes(command).appendInt(place).getBytes()));
    }
}
