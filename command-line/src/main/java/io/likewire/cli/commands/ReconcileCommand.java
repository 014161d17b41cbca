package io.likewire.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.likewire.cli.management.Metrics;
import io.likewire.cli.management.Republishing;
import io.likewire.cli.rest.ErrorResponse;
import io.likewire.cli.rest.Json;
import io.likewire.cli.rest.Request;
import io.likewire.cli.terminal.Table;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "reconcile",
        description = "What reconciliation compared and repaired since the start; at likes-verticle's management port.")
final class ReconcileCommand implements Callable<Integer> {
    private static final String REPAIRS = "likewire_reconciliation_repairs_total";
    private static final String CHECKED = "likewire_reconciliation_checked_total";

    @ParentCommand
    private Likewire tool;

    @Option(
            names = "--republish",
            paramLabel = "SERVICE",
            description =
                    "Has products or likes, at their management port, tell all their events again, and waits: after a"
                            + " restore")
    private String republish;

    @Option(
            names = "--empty",
            description = "With --republish: even where there are no products, so that all likes are deleted")
    private boolean empty;

    @Override
    public Integer call() throws InterruptedException {
        if (republish != null) {
            JsonNode end = new Republishing(
                            republish, empty, request -> tool.manage(request).json())
                    .run();
            tool.output().table(end, told -> new Table("SERVICE", "EVENTS").rows(List.of(told), "service", "events"));
            return 0;
        }
        Metrics metrics = new Metrics(tool.manage(Request.get("/metrics")).text());
        if (metrics.of(CHECKED).isEmpty()) {
            throw new ErrorResponse("Reconciliation does not run here: ask likes-verticle's management port");
        }
        ObjectNode counters = Json.object()
                .put("checked", (long) metrics.sum(CHECKED, "", null))
                .put("counterRepairs", (long) metrics.sum(REPAIRS, "kind", "counter"))
                .put("projectionRepairs", (long) metrics.sum(REPAIRS, "kind", "projection"));
        tool.output().table(counters, all -> new Table("CHECKED", "COUNTERS REPAIRED", "PROJECTIONS REPAIRED")
                .rows(List.of(all), "checked", "counterRepairs", "projectionRepairs"));
        return 0;
    }
}
