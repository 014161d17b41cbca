package io.likewire.gateway.resources.products;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.contracts.products.ProductsService;
import io.likewire.gateway.edge.Bodies;
import io.likewire.gateway.edge.Problem;
import io.likewire.gateway.identity.AuditTrail;
import io.likewire.gateway.lists.ProductCache;
import io.likewire.gateway.resources.IdempotencyHeader;
import io.likewire.gateway.resources.RequestReader;
import io.likewire.gateway.resources.files.ProductFile;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** {@code /api/products/import}: makes what a file says, or tells what it would make. */
public record ProductImports(ProductsService products, ProductCache cache, Duration patience) {
    public static final int BODY_MAX = 8 * 1024 * 1024;

    private static final String LINES = "application/x-ndjson";

    /** None that a form of another site could send. The content says what a file is: few programs know a type for it. */
    private static final Set<String> TYPES =
            Set.of(RequestReader.JSON, LINES, "text/csv", "text/tab-separated-values", "application/octet-stream");

    public void create(RoutingContext context) {
        boolean dry = dryRun(context.queryParam("dryRun"));
        AuditTrail.note(context, "dryRun", Boolean.toString(dry));
        String type = RequestReader.mediaType(context);
        if (type == null || !TYPES.contains(type)) {
            throw new Refusal(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "Expected a file with Content-Type: text/csv, " + RequestReader.JSON + ", application/x-ndjson"
                            + " or application/octet-stream");
        }
        String given = IdempotencyHeader.of(context.request());
        // What fails for a moment is asked again, so a key is needed in any case.
        String key = given == null ? UUID.randomUUID().toString() : given;
        Buffer body = Bodies.of(context);
        context.vertx()
                .executeBlocking(() -> ProductFile.of(body, type.equals(LINES)), false)
                .onComplete(file -> send(context, new ImportRun(this, context, file, key, dry), dry), context::fail);
    }

    private static void send(RoutingContext context, ImportRun run, boolean dry) {
        if (!dry) {
            AuditTrail.begun(context);
        }
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, LineStream.TYPE);
        LineStream.keepOpen(context.request());
        new LineStream(context.vertx(), context.response(), null, run::piece)
                .run(0)
                .onComplete(done -> left(context), failure -> end(context, failure));
    }

    /** Nobody reads the answer any more, so no further piece is begun. */
    private static void left(RoutingContext context) {
        if (!context.response().ended()) {
            AuditTrail.failed(context, new Refusal(ProblemType.TIMEOUT, "The client has gone"));
        }
    }

    /** Once there is an answer its last line says what went wrong; the same file with the same key goes on. */
    private static void end(RoutingContext context, Throwable failure) {
        if (!context.response().headWritten()) {
            context.response().headers().remove(HttpHeaders.CONNECTION);
            context.fail(failure);
            return;
        }
        AuditTrail.failed(context, failure);
        Problem problem = failure instanceof Refusal refusal ? Problem.of(refusal) : Problem.of(ProblemType.INTERNAL);
        context.response()
                .write(new JsonObject()
                        .put("problem", problem.toJson())
                        .toBuffer()
                        .appendString("\n"));
        context.response().end();
    }

    private static boolean dryRun(List<String> values) {
        String value = values.size() > 1 ? "" : values.stream().findFirst().orElse("false");
        if (!value.equals("true") && !value.equals("false")) {
            throw Refusal.invalid("dryRun", "Expected true or false.");
        }
        return value.equals("true");
    }
}
