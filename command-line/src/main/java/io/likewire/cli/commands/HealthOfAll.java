package io.likewire.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.likewire.cli.rest.ErrorResponse;
import io.likewire.cli.rest.Request;
import io.likewire.cli.terminal.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "health",
        description = "The state of each service; for administrators who are signed in, of each process too."
                + " Ends with 1 unless all is up.")
final class HealthOfAll implements Callable<Integer> {
    @ParentCommand
    private Likewire tool;

    @Override
    public Integer call() {
        if (!(tool.rest().once(Request.get("/api/health")).json() instanceof ObjectNode health)
                || !health.has("services")) {
            throw new ErrorResponse("Expected a state of health, but the answer is something else: is this a gateway?");
        }
        addNodes(health);
        tool.output().table(health, HealthOfAll::table);
        return "up".equals(health.path("status").asText()) ? 0 : 1;
    }

    /** Whoever may not see them still sees the services. */
    private void addNodes(ObjectNode health) {
        if (tool.identity().isKnown()) {
            try {
                health.set(
                        "nodes",
                        tool.askAsAccount(Request.get("/api/operations/nodes")).path("nodes"));
            } catch (ErrorResponse errorResponse) {
                tool.complain("processes are not shown: " + errorResponse.getMessage());
            }
        }
    }

    private static Table table(JsonNode health) {
        Table table = new Table("NODE", "SERVICE", "STATUS", "PARTS");
        table.row("", "all", health.path("status").asText(), "");
        rows(table, "", health.path("services"));
        health.path("nodes").forEach(node -> rows(table, node.path("node").asText(), node.path("services")));
        return table;
    }

    private static void rows(Table table, String node, JsonNode services) {
        services.fields()
                .forEachRemaining(service -> table.row(
                        node,
                        service.getKey(),
                        service.getValue().path("status").asText(),
                        parts(service.getValue().path("parts"))));
    }

    private static String parts(JsonNode parts) {
        List<String> all = new ArrayList<>();
        parts.fields()
                .forEachRemaining(
                        part -> all.add(part.getKey() + " " + part.getValue().asText()));
        return String.join(", ", all);
    }
}
