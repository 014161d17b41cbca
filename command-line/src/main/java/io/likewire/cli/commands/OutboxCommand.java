package io.likewire.cli.commands;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.likewire.cli.management.Metrics;
import io.likewire.cli.management.Metrics.Sample;
import io.likewire.cli.rest.ErrorResponse;
import io.likewire.cli.rest.Json;
import io.likewire.cli.rest.Request;
import io.likewire.cli.terminal.Table;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(name = "outbox", description = "Pending events, and the age of the oldest; at a management port.")
final class OutboxCommand implements Callable<Integer> {
    @ParentCommand
    private Likewire tool;

    @Override
    public Integer call() {
        Metrics metrics = new Metrics(tool.manage(Request.get("/metrics")).text());
        ArrayNode outboxes = Json.array();
        for (Sample rows : metrics.of("likewire_outbox_rows")) {
            String service = rows.labels().getOrDefault("service", "");
            outboxes.addObject()
                    .put("service", service)
                    .put("rows", (long) rows.value())
                    .put("oldestSeconds", metrics.sum("likewire_outbox_oldest_seconds", "service", service));
        }
        if (outboxes.isEmpty()) {
            throw new ErrorResponse(
                    "No outbox is there: ask the management port of products-verticle or likes-verticle");
        }
        tool.output().table(outboxes, all -> new Table("SERVICE", "ROWS", "OLDEST (S)")
                .rows(all, "service", "rows", "oldestSeconds"));
        return 0;
    }
}
