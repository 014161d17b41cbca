package io.likewire.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import io.likewire.cli.rest.ErrorResponse;
import io.likewire.cli.rest.Http;
import io.likewire.cli.rest.Json;
import io.likewire.cli.rest.Lines;
import io.likewire.cli.rest.Request;
import io.likewire.cli.rest.Unreachable;
import io.likewire.cli.terminal.Format;
import io.likewire.cli.terminal.Output;
import io.likewire.cli.terminal.PipeReader;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "watch",
        description = "Live counts, a line for each change, until Ctrl-C; the first lines say how it is now.")
final class LikesWatch implements Callable<Integer> {
    /** A comment comes every 15 s. */
    private static final Duration SILENCE = Duration.ofSeconds(40);

    private static final String DATA = "data: ";
    private static final int TRIES = 10;

    @ParentCommand
    private LikesCommand likesCommand;

    @Parameters(paramLabel = "ID", arity = "0..50", description = "Products; none for the 50 most liked")
    private List<Long> ids;

    @Option(names = "--lines", paramLabel = "N", description = "Ends after so many")
    private int most;

    private final Map<Long, Long> versions = new HashMap<>();
    private int printed;
    private int failures;

    @Override
    public Integer call() throws InterruptedException {
        Request stream = Request.get("/api/likes/stream?products=" + products());
        Http http = likesCommand.tool.rest();
        PipeReader.endWithIt();
        while (failures < TRIES) {
            try {
                Lines.read(http, stream, SILENCE, this::line);
            } catch (Unreachable | ErrorResponse e) {
                if (printed == 0) {
                    throw e;
                }
            }
            if (enough()) {
                return 0;
            }
            failures++;
            TimeUnit.SECONDS.sleep(Math.min(failures, 5));
        }
        throw new ErrorResponse(String.format(Locale.ROOT, "The stream ended %d times in a row", TRIES));
    }

    private String products() {
        if (ids != null) {
            likesCommand.requireKnown(ids);
            return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
        StringBuilder most = new StringBuilder();
        likesCommand
                .tool
                .ask(Request.get("/api/products?sort=-likes&limit=50"))
                .json()
                .forEach(product -> most.append(most.isEmpty() ? "" : ",").append(product.path("id")));
        if (most.isEmpty()) {
            throw new ErrorResponse("There is no product to watch");
        }
        return most.toString();
    }

    private boolean line(String line) {
        failures = 0;
        if (line.startsWith(DATA)) {
            count(Json.read(line.substring(DATA.length()), "Expected a count in each event"));
        }
        return !enough();
    }

    /** After another start the stream tells again what was told. */
    private void count(JsonNode count) {
        long product = count.path("productId").asLong();
        long version = count.path("version").asLong();
        Long known = versions.put(product, Math.max(version, versions.getOrDefault(product, -1L)));
        if (known != null && known >= version) {
            return;
        }
        printed++;
        Output output = likesCommand.tool.output();
        if (output.format() == Format.json) {
            output.json(count);
        } else {
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            output.line(String.format(
                    Locale.ROOT,
                    "%s  product %d  likes %s",
                    now,
                    product,
                    count.path("likes").asText()));
        }
    }

    private boolean enough() {
        return most > 0 && printed >= most;
    }
}
