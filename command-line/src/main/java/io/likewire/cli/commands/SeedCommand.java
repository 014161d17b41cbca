package io.likewire.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.likewire.cli.rest.ErrorResponse;
import io.likewire.cli.rest.Json;
import io.likewire.cli.rest.Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(name = "seed", description = "Makes products to try things with, and likes of visitors for them.")
final class SeedCommand implements Callable<Integer> {
    private static final String[] KINDS = {"Green", "Black", "White", "Iced", "Spiced", "Smoked", "Sweet"};
    private static final String[] DRINKS = {"tea", "coffee", "lemonade", "cocoa", "juice"};
    private static final int AT_ONCE = 500;
    private static final String[] IMAGES = {"/images/tea.svg", "/images/coffee.svg"};

    @ParentCommand
    private Likewire tool;

    @Option(names = "--products", paramLabel = "N", defaultValue = "10", description = "How many (10)")
    private int products;

    @Option(names = "--likes", paramLabel = "N", defaultValue = "30", description = "How many, for these products (30)")
    private int likes;

    @Mixin
    private IdempotencyKey key;

    private final List<Long> made = new ArrayList<>();

    @Override
    public Integer call() {
        if (products < 1 || likes < 0) {
            throw tool.wrong("Expected at least one product, and no fewer likes than 0");
        }
        key.once(this::makeProducts);
        like();
        ObjectNode result = Json.object().put("likes", likes);
        made.forEach(result.putArray("products")::add);
        tool.output()
                .sentence(result, String.format(Locale.ROOT, "%d products and %d likes made.", made.size(), likes));
        return 0;
    }

    /** @param value the key of all; each request has its own, made of it and of the number of its first product */
    private int makeProducts(String value) {
        for (int first = 0; first < products; first += AT_ONCE) {
            ObjectNode batch = Json.object();
            IntStream.range(first, Math.min(products, first + AT_ONCE))
                    .mapToObj(SeedCommand::draft)
                    .forEach(batch.withArray("products")::add);
            tool.askAsAccount(Request.create("/api/products/batch", batch, value + "-" + first))
                    .path("results")
                    .forEach(this::made);
        }
        return made.size();
    }

    private void made(JsonNode outcome) {
        if (!outcome.has("product")) {
            throw new ErrorResponse("A product was refused: " + outcome.path("errors"));
        }
        made.add(outcome.path("product").path("id").asLong());
    }

    private static ObjectNode draft(int number) {
        String title = KINDS[number % KINDS.length] + " " + DRINKS[number % DRINKS.length] + " " + (number + 1);
        return Json.object().put("title", title).put("image", IMAGES[number % IMAGES.length]);
    }

    /** Few visitors, each of whom likes some: new ones are limited. */
    private void like() {
        Random order = new Random(products);
        int left = likes;
        int each = Math.max(1, made.size() / 2 + 1);
        while (left > 0) {
            String visitor = visitor();
            Collections.shuffle(made, order);
            for (long product : made.subList(0, Math.min(Math.min(left, each), made.size()))) {
                tool.ask(Request.of("PUT", "/api/products/" + product + "/like", null)
                        .with("Authorization", visitor));
                left--;
            }
        }
        Collections.sort(made);
    }

    private String visitor() {
        return "Bearer "
                + tool.ask(Request.create("/api/visitors", null))
                        .json()
                        .path("token")
                        .asText();
    }
}
