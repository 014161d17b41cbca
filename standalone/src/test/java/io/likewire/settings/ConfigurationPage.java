package io.likewire.settings;

import io.likewire.platform.config.SettingsCatalogue;
import io.likewire.platform.config.SettingsCatalogue.Described;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@code docs/configuration.md}, as the catalogue of settings makes it. */
final class ConfigurationPage {
    private static final String TOP = """
            # Configuration

            Made from [settings.json](../platform/src/main/resources/settings.json), which tests hold against what the programs ask for.

            Settings come from the environment. `NAME` may also stand in a file that `NAME_FILE` names, which then wins; but not
            those that are named `..._FILE` themselves. A secret of AWS wins over both, but for `LOG_*`, which it may not hold:
            [secrets](security.md#secrets). A missing or wrong value ends the process with one line that names it, and code 2. A
            database or broker that cannot be reached is waited for.

            ```sh
            java -jar likes-verticle/target/likes-verticle.jar --help           # its settings
            java -jar likes-verticle/target/likes-verticle.jar --check-config   # what would hold, or the line that is wrong; nothing starts
            curl -s http://127.0.0.1:9092/operations/settings                   # what holds in a running node, and where it comes from
            ```

            The same stands in the log once, at the start. Passwords are never shown.

            """;
    private static final String HEAD = """
            | setting | read by | default | values | meaning |
            |---|---|---|---|---|
            """;

    private ConfigurationPage() {}

    static String of(SettingsCatalogue settingsCatalogue) {
        String rows = settingsCatalogue.settings().stream()
                .map(setting -> row(setting, settingsCatalogue.programs().size()))
                .collect(Collectors.joining("\n", "", "\n"));
        return TOP + HEAD + rows
                + "\nIn brackets: what happens where there is no value. `standalone` is what `./run` starts.\n";
    }

    private static String row(Described setting, int all) {
        String readers = setting.programs().size() == all ? "all" : String.join(", ", setting.programs());
        return String.format(
                Locale.ROOT,
                "| `%s` | %s | %s | %s | %s |",
                setting.name(),
                readers,
                fallback(setting),
                setting.values(),
                setting.meaning());
    }

    private static String fallback(Described setting) {
        return setting.fallback() instanceof JsonObject each
                ? each.stream()
                        .map(one -> (one.getKey().equals("others") ? "" : one.getKey() + " ")
                                + code(String.valueOf(one.getValue())))
                        .collect(Collectors.joining("; "))
                : code(String.valueOf(setting.fallback()));
    }

    private static String code(String value) {
        return value.startsWith("(") ? value : "`" + value + "`";
    }
}
