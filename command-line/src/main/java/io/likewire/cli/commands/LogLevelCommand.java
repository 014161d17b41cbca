package io.likewire.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import io.likewire.cli.rest.Request;
import io.likewire.cli.terminal.Table;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "log-level",
        description = "Which loggers have a level of their own; with LEVEL, changes one until the process ends."
                + " At a management port.")
final class LogLevelCommand implements Callable<Integer> {
    private static final Set<String> LEVELS = Set.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "OFF");
    private static final String PATH = "/operations/log-levels";

    @ParentCommand
    private Likewire tool;

    @Parameters(index = "0", arity = "0..1", paramLabel = "LOGGER", description = "ROOT is the parent of all")
    private String logger;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "LEVEL",
            description = "TRACE, DEBUG, INFO, WARN, ERROR or OFF; reset for that of the start")
    private String level;

    @Override
    public Integer call() {
        JsonNode levels = tool.manage(change()).json();
        tool.output().table(levels, this::table);
        return 0;
    }

    private Request change() {
        if (level == null) {
            return Request.get(PATH);
        }
        String path = PATH + "/" + URLEncoder.encode(logger, StandardCharsets.UTF_8);
        String wanted = level.toUpperCase(Locale.ROOT);
        if (wanted.equals("RESET")) {
            return Request.delete(path);
        }
        if (!LEVELS.contains(wanted)) {
            throw tool.wrong("Expected TRACE, DEBUG, INFO, WARN, ERROR, OFF or reset, but it is " + level);
        }
        return Request.of("PUT", path + "?level=" + wanted, null);
    }

    private Table table(JsonNode all) {
        Table table = new Table("LOGGER", "LEVEL");
        all.path("levels").fields().forEachRemaining(one -> {
            if (logger == null || one.getKey().equals(logger)) {
                table.row(one.getKey(), one.getValue().asText());
            }
        });
        if (logger != null && !all.path("levels").has(logger)) {
            table.row(logger, "that of its parent");
        }
        return table;
    }
}
