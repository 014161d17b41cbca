package io.likewire.platform.config;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What programs and their settings are for: {@code settings.json}, which tests hold against what the code asks for.
 *
 * @param programs what there is to start
 * @param settings in the order of reading
 */
public record SettingsCatalogue(List<Program> programs, List<Described> settings) {
    /**
     * Something with a jar.
     *
     * @param name of its settings
     * @param commands what else it can do, one line each
     */
    public record Program(String name, String jar, String what, String docs, List<String> commands) {}

    /**
     * A setting in words.
     *
     * @param programs who reads it
     * @param values which ones it may have; empty where the meaning says it
     */
    public record Described(String name, List<String> programs, Object fallback, String values, String meaning) {
        /** What holds in a program when nobody sets it; a word in brackets where that is no value. */
        public String fallback(String program) {
            return fallback instanceof JsonObject each
                    ? each.getString(program, each.getString("others"))
                    : String.valueOf(fallback);
        }
    }

    /** The one of this build. */
    public static SettingsCatalogue read() {
        try (InputStream file = SettingsCatalogue.class.getResourceAsStream("/settings.json")) {
            JsonObject json = new JsonObject(Buffer.buffer(file.readAllBytes()));
            return new SettingsCatalogue(
                    json.getJsonArray("programs").stream()
                            .map(one -> program((JsonObject) one))
                            .toList(),
                    json.getJsonArray("settings").stream()
                            .map(one -> described((JsonObject) one))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Program program(String name) {
        return programs.stream()
                .filter(program -> program.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public List<Described> settingsOf(String program) {
        return settings.stream()
                .filter(setting -> setting.programs().contains(program))
                .toList();
    }

    private static Program program(JsonObject json) {
        return new Program(
                json.getString("name"),
                json.getString("jar"),
                json.getString("what"),
                json.getString("docs"),
                json.getJsonArray("commands", new JsonArray()).stream()
                        .map(String.class::cast)
                        .toList());
    }

    private static Described described(JsonObject json) {
        return new Described(
                json.getString("name"),
                List.of(json.getString("of").split(" ")),
                json.getValue("default"),
                json.getString("values", ""),
                json.getString("meaning"));
    }
}
