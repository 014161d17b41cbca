package io.likewire.system.deploy;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** The catalogue of settings, as a file. */
final class Settings {
    private static final JsonObject FILE =
            new JsonObject(Manifests.read(Manifests.ROOT.resolve("platform/src/main/resources/settings.json")));

    private Settings() {}

    /** The setting that a variable of a program gives, by itself or by the name of a file. */
    static Optional<String> given(String program, String variable) {
        String plain = variable.replaceFirst("_FILE$", "");
        return known(program, variable)
                ? Optional.of(variable)
                : Optional.of(plain).filter(name -> known(program, name));
    }

    static boolean knowsAnybody(String variable) {
        return Manifest.objects(FILE, "settings")
                .anyMatch(one -> one.getString("name").equals(variable));
    }

    static List<String> required(String program) {
        return Manifest.objects(FILE, "settings")
                .filter(one -> reads(program, one) && fallback(program, one).equals("(required)"))
                .map(one -> one.getString("name"))
                .toList();
    }

    static String fallback(String program, String setting) {
        return Manifest.objects(FILE, "settings")
                .filter(one -> one.getString("name").equals(setting))
                .map(one -> fallback(program, one))
                .findFirst()
                .orElseThrow();
    }

    private static boolean known(String program, String name) {
        return Manifest.objects(FILE, "settings")
                .anyMatch(one -> one.getString("name").equals(name) && reads(program, one));
    }

    private static boolean reads(String program, JsonObject setting) {
        return List.of(setting.getString("of").split(" ")).contains(program);
    }

    private static String fallback(String program, JsonObject setting) {
        return setting.getValue("default") instanceof JsonObject each
                ? each.getString(program, each.getString("others"))
                : setting.getString("default");
    }
}
