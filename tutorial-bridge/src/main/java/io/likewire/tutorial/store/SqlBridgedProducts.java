package io.likewire.tutorial.store;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.platform.database.Rows;
import io.likewire.platform.database.Sql;
import io.likewire.platform.database.Transactions;
import io.likewire.tutorial.domain.BridgedEvent;
import io.likewire.tutorial.domain.BridgedProduct;
import io.likewire.tutorial.wire.TutorialMessage;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the tutorial's services have been told. Whoever tells more holds the product's row.
 *
 * @param queues those that are written; what is for another one is only remembered
 * @param limit of messages that may wait: beyond it events stay at the broker
 */
public record SqlBridgedProducts(Transactions transactions, Set<String> queues, int limit) {
    public Future<Void> tell(List<BridgedEvent> bridgedEvent) {
        return bridgedEvent.isEmpty()
                ? Future.succeededFuture()
                : transactions.write(transaction -> room(transaction)
                        .compose(room -> lock(
                                transaction,
                                bridgedEvent.stream()
                                        .map(BridgedEvent::productId)
                                        .toList()))
                        .compose(products -> tell(transaction, products, bridgedEvent)));
    }

    /** The other side has these products. */
    public Future<Void> known(List<Long> products) {
        return transactions.write(transaction -> Statements.KNOWN.change(
                transaction, Rows.of(products.stream().sorted().toList())));
    }

    /** The other side no longer has it. */
    public Future<Void> gone(long productId) {
        return transactions.write(Statements.GONE, productId).mapEmpty();
    }

    /**
     * Likes of a product on the tutorial's side, all in all; they are not told back.
     *
     * @return how many of them it was not told of by this bridge
     */
    public Future<Long> imported(long productId, long likes) {
        return transactions.write(transaction -> lock(transaction, List.of(productId))
                .map(products -> products.get(productId).theirs(likes))
                .compose(theirs -> Sql.execute(transaction, Statements.IMPORT, productId, theirs, theirs)
                        .map(theirs)));
    }

    public Future<Boolean> isJoined() {
        return transactions.read(Statements.IS_JOINED).map(rows -> rows.size() > 0);
    }

    public Future<Void> joined() {
        return transactions.write(Statements.JOINED).mapEmpty();
    }

    private Future<Void> room(SqlConnection transaction) {
        return Sql.execute(transaction, Statements.SPAN).compose(rows -> {
            Row row = rows.iterator().next();
            return row.getLong(0) < limit
                    ? Future.succeededFuture()
                    : Future.failedFuture(new Refusal(ProblemType.OVERLOADED, "Too many messages wait"));
        });
    }

    private static Future<Map<Long, BridgedProduct>> lock(SqlConnection transaction, List<Long> products) {
        List<Object[]> ids = Rows.of(products.stream().distinct().sorted().toList());
        return Statements.BEGIN
                .change(transaction, ids)
                .compose(done -> Statements.LOCK.ask(transaction, ids))
                .map(SqlBridgedProducts::products);
    }

    private Future<Void> tell(
            SqlConnection transaction, Map<Long, BridgedProduct> products, List<BridgedEvent> bridgedEvent) {
        List<TutorialMessage> messages = new ArrayList<>();
        for (BridgedEvent event : bridgedEvent) {
            BridgedProduct bridgedProduct = products.get(event.productId());
            List<TutorialMessage> read = read(event.translate().apply(bridgedProduct));
            bridgedProduct.tell(read);
            messages.addAll(read);
        }
        return Statements.WRITE
                .change(
                        transaction,
                        products.values().stream().map(BridgedProduct::values).toList())
                .compose(done -> enqueue(transaction, messages));
    }

    private static Future<Void> enqueue(SqlConnection transaction, List<TutorialMessage> messages) {
        return Statements.ENQUEUE.changeOnce(
                transaction,
                messages.stream()
                        .map(message -> new Object[] {
                            message.queue(), message.event().wireName(), message.body(), message.times()
                        })
                        .toList());
    }

    private List<TutorialMessage> read(List<TutorialMessage> messages) {
        return messages.stream()
                .filter(message -> queues.contains(message.queue()))
                .toList();
    }

    private static Map<Long, BridgedProduct> products(RowSet<Row> rows) {
        Map<Long, BridgedProduct> products = new TreeMap<>();
        for (Row row : rows) {
            products.put(
                    row.getLong(0),
                    new BridgedProduct(
                            row.getLong(0),
                            row.getBoolean(1),
                            row.getBoolean(2),
                            row.getLong(3),
                            row.getLong(4),
                            row.getLong(5),
                            row.getLong(6),
                            row.getLong(7)));
        }
        return products;
    }
}
