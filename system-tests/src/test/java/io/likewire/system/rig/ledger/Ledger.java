package io.likewire.system.rig.ledger;

import io.likewire.system.rig.Reply;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Supplier;

/** Who asked for what, and what came of it: a line on disk before each request, and one after it. */
public final class Ledger implements AutoCloseable {
    private final Path file;
    private final Writer writer;
    private final Tally tally = new Tally();
    private long last;

    private Ledger(Path file, Writer writer) {
        this.file = file;
        this.writer = writer;
    }

    public static Ledger create(Path file) {
        try {
            Files.createDirectories(file.getParent());
            return new Ledger(file, Files.newBufferedWriter(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a request between two lines of the ledger. Requests for one like go one at a time. */
    public Outcome enter(Wish wish, UUID liker, long product, Supplier<Reply> request) {
        long start = System.currentTimeMillis();
        long number = intend(wish, liker, product, start);
        Outcome outcome = Outcome.UNKNOWN;
        int status = 0;
        try {
            Reply reply = request.get();
            outcome = Outcome.of(reply);
            status = reply.status();
        } catch (UncheckedIOException noAnswer) {
            // Whether it was done only the tables know.
        }
        write(new JsonObject()
                .put("n", number)
                .put("outcome", outcome)
                .put("status", status)
                .put("millis", System.currentTimeMillis() - start));
        tally.add(wish, outcome);
        return outcome;
    }

    private synchronized long intend(Wish wish, UUID liker, long product, long at) {
        write(new JsonObject()
                .put("n", ++last)
                .put("wish", wish)
                .put("liker", liker.toString())
                .put("product", product)
                .put("at", at));
        return last;
    }

    private synchronized void write(JsonObject line) {
        try {
            writer.write(line.encode() + "\n");
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counts of what has been settled so far. */
    public Tally tally() {
        return tally;
    }

    /** Everything, read back from the disk. */
    public Book read() {
        return Book.read(file);
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
