package io.likewire.gateway.resources.products;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.bus.RequestKey;
import io.likewire.contracts.products.ProductDraft;
import io.likewire.contracts.products.ProductLines;
import io.likewire.gateway.identity.AuditTrail;
import io.likewire.gateway.identity.Authorization;
import io.likewire.gateway.limits.Bulkheads;
import io.likewire.gateway.resources.IdempotentRequests;
import io.likewire.gateway.resources.files.ProductFile;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.stream.Stream;

/**
 * One import, piece by piece. A piece that failed may be asked for again: what was done of it has its effect once. Runs on
 * one event loop; files are read beside it.
 */
final class ImportRun {
    private final ProductImports imports;
    private final RoutingContext context;
    private final String key;
    private final boolean dry;
    private final ProductFile file;
    private final ImportPieces pieces;
    private final ImportChanges changes;
    private final ImportTotals totals = new ImportTotals();
    private List<ImportStep> piece = List.of();
    private long number = -1;
    private int line;
    private String place;

    /** @param key of the whole import; each piece has its own, made of it and of the place of its first new product */
    ImportRun(ProductImports imports, RoutingContext context, ProductFile file, String key, boolean dry) {
        this.imports = imports;
        this.context = context;
        this.file = file;
        this.key = key;
        this.dry = dry;
        this.pieces = new ImportPieces(file.open());
        this.changes = new ImportChanges(imports, dry);
    }

    /** The lines about a piece, and the number of the next one. Who has lost the right meanwhile gets no further one. */
    Future<ProductLines> piece(long wanted) {
        return Future.future(permitted -> {
                    Authorization.again(context);
                    permitted.complete();
                })
                .compose(permitted -> read(wanted))
                .compose(read -> create())
                .compose(done -> changes.of(piece))
                .map(done -> lines());
    }

    private Future<Void> read(long wanted) {
        if (wanted == number) {
            return Future.succeededFuture();
        }
        return context.vertx()
                .executeBlocking(pieces::next, false)
                .onSuccess(next -> {
                    piece = next;
                    number = wanted;
                    creations().findFirst().ifPresent(this::startAt);
                })
                .mapEmpty();
    }

    /** Of no other piece: a line is enough, unless the piece before starts in the same one. */
    private void startAt(ImportStep first) {
        place = first.line() == line ? line + ":" + first.column() : "" + first.line();
        line = first.line();
    }

    private Stream<ImportStep> creations() {
        return piece.stream().filter(step -> step.isOpen() && step.id() == null);
    }

    private Future<Void> create() {
        List<ImportStep> rows = creations().toList();
        if (dry || rows.isEmpty()) {
            rows.forEach(row -> row.created(null));
            return Future.succeededFuture();
        }
        List<ProductDraft> drafts = rows.stream().map(ImportStep::draft).toList();
        Call call = Call.command(imports.patience().multipliedBy(Bulkheads.BULK_PATIENCE))
                .keyed(key(drafts));
        return imports.cache()
                .written(imports.products().createAll(drafts, call))
                .onSuccess(made -> {
                    List<String> products = made.json().toString().lines().toList();
                    for (int i = 0; i < rows.size(); i++) {
                        rows.get(i).created(new JsonObject(products.get(i)).getLong("id"));
                    }
                })
                .mapEmpty();
    }

    private RequestKey key(List<ProductDraft> drafts) {
        JsonArray rows = new JsonArray(drafts.stream().map(ProductDraft::toJson).toList());
        // No key of a client's own has a line feed in it.
        return IdempotentRequests.ofWriter(context, key + "\n" + place, rows.toBuffer());
    }

    private ProductLines lines() {
        Buffer lines = Buffer.buffer();
        if (number == 0) {
            append(lines, new JsonObject().put("file", file.toJson()));
        }
        piece.forEach(step -> append(lines, totals.counted(step).toJson()));
        totals.toJson()
                .forEach(rows ->
                        AuditTrail.note(context, rows.getKey(), rows.getValue().toString()));
        if (pieces.isEnd()) {
            append(lines, new JsonObject().put("total", totals.toJson()));
            return new ProductLines(lines, null);
        }
        return new ProductLines(lines, number + 1);
    }

    private static void append(Buffer lines, JsonObject line) {
        lines.appendBuffer(line.toBuffer()).appendString("\n");
    }
}
