package io.likewire.cli.commands;

import io.likewire.cli.rest.Request;
import io.likewire.cli.terminal.Table;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "settings",
        description = "What a process was given and where from, secrets hidden; at a management port.")
final class SettingsCommand implements Callable<Integer> {
    @ParentCommand
    private Likewire tool;

    @Override
    public Integer call() {
        tool.output().table(tool.manage(Request.get("/operations/settings")).json(), all -> new Table("NAME", "VALUE")
                .rows(all.path("settings"), "name", "value"));
        return 0;
    }
}
