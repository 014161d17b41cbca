package io.likewire.cli.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.function.Function;

/** Where answers go. */
public record Output(Format format, PrintWriter out) {
    /** What the server said, or a table of it. */
    public void table(JsonNode said, Function<JsonNode, Table> table) {
        if (format == Format.json) {
            json(said);
        } else {
            table.apply(said).lines().forEach(out::println);
            out.flush();
        }
    }

    /** What the server said, or a sentence about it. */
    public void sentence(JsonNode said, String sentence) {
        if (format == Format.json) {
            json(said);
        } else {
            line(sentence);
        }
    }

    /** One line, whatever is in it. */
    public void line(String text) {
        out.println(Printable.of(text));
        out.flush();
    }

    public void json(JsonNode said) {
        line(said.toString());
    }
}
