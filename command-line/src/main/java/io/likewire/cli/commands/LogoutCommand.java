package io.likewire.cli.commands;

import io.likewire.cli.rest.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(name = "logout", description = "Ends the session, here and on the server.")
final class LogoutCommand implements Callable<Integer> {
    @ParentCommand
    private Likewire tool;

    @Override
    public Integer call() {
        boolean was = tool.identity().logout();
        tool.output().sentence(Json.object().put("loggedOut", was), was ? "Signed out." : "Nobody was signed in.");
        return 0;
    }
}
