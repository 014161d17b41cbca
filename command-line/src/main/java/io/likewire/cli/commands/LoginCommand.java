package io.likewire.cli.commands;

import io.likewire.cli.rest.Json;
import java.io.Console;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "login",
        description = "Signs in. The password is asked for, or is the first line of the input; never an argument.")
final class LoginCommand implements Callable<Integer> {
    @ParentCommand
    private Likewire tool;

    @Parameters(paramLabel = "USER", description = "The account's name")
    private String username;

    @Override
    public Integer call() throws IOException {
        String password = password();
        if (password == null || password.isEmpty()) {
            throw tool.wrong("Expected a password on the input");
        }
        tool.identity().login(username, password);
        tool.output().sentence(Json.object().put("username", username), "Signed in as " + username + ".");
        return 0;
    }

    private String password() throws IOException {
        Console console = System.console();
        if (console != null) {
            char[] typed = console.readPassword("Password: ");
            return typed == null ? null : new String(typed);
        }
        return tool.input().readLine();
    }
}
