package io.likewire.cli.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows under headings, each column as wide as its widest cell. */
public final class Table {
    private static final int WIDEST = 60;
    private final List<List<String>> rows = new ArrayList<>();
    private final int widest;

    private Table(int widest, String... headings) {
        this.widest = widest;
        rows.add(List.of(headings));
    }

    /** Long cells are cut. */
    public Table(String... headings) {
        this(WIDEST, headings);
    }

    /** Long cells are not cut. */
    public static Table whole(String... headings) {
        return new Table(Integer.MAX_VALUE, headings);
    }

    /** A null is an empty cell. */
    public Table row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(shortened(Printable.of(cell == null ? "" : cell.toString())));
        }
        rows.add(row);
        return this;
    }

    /** A row for each item, of these members; yes and no for true and false. */
    public Table rows(Iterable<JsonNode> items, String... members) {
        for (JsonNode item : items) {
            row(Stream.of(members).map(member -> text(item.path(member))).toArray());
        }
        return this;
    }

    private static String text(JsonNode value) {
        String whenTrue = value.asBoolean() ? "yes" : "no";
        return value.isBoolean() ? whenTrue : value.asText("");
    }

    public List<String> lines() {
        int columns = rows.get(0).size();
        List<Integer> widths = IntStream.range(0, columns)
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> Width.of(row.get(column)))
                        .max()
                        .orElse(0))
                .toList();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, List<Integer> widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> row.get(column) + " ".repeat(widths.get(column) - Width.of(row.get(column))))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private String shortened(String cell) {
        return Width.of(cell) <= widest ? cell : Width.cut(cell, widest - 1) + "…";
    }
}
