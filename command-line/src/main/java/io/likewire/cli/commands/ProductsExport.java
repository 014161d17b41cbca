package io.likewire.cli.commands;

import io.likewire.cli.rest.ErrorResponse;
import io.likewire.cli.rest.Http;
import io.likewire.cli.rest.Json;
import io.likewire.cli.rest.Lines;
import io.likewire.cli.rest.Request;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(name = "export", description = "All products as JSON, one a line, ordered by id.")
final class ProductsExport implements Callable<Integer> {
    private static final int TRIES = 5;

    @ParentCommand
    private ProductsCommand productsCommand;

    private long last;

    @Override
    public Integer call() {
        Http http = productsCommand.tool.rest();
        for (int tries = 0; tries < TRIES; tries++) {
            Request behind = Request.get("/api/products/export?afterId=" + last);
            if (Lines.read(http, behind, http.deadline(), this::print)) {
                return 0;
            }
        }
        throw new ErrorResponse(
                String.format(Locale.ROOT, "The export broke off %d times; product %d was the last", TRIES, last));
    }

    private boolean print(String line) {
        last = Json.read(line, "Expected a product in each line").path("id").asLong();
        productsCommand.tool.output().line(line);
        return true;
    }
}
