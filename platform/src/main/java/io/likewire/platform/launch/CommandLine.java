package io.likewire.platform.launch;

import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import io.likewire.platform.config.SettingsCatalogue;
import io.likewire.platform.config.SettingsCatalogue.Described;
import io.likewire.platform.config.SettingsCatalogue.Program;
import java.io.PrintStream;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a jar answers instead of starting: {@code --version}, {@code --help}, {@code --check-config}.
 *
 * @param program its name in the catalogue
 * @param read reads all settings, as a start would
 */
public record CommandLine(String program, Consumer<Environment> read, PrintStream out, PrintStream err) {
    private static final int EXIT_MISCONFIGURED = 2;

    public CommandLine(String program, Consumer<Environment> read) {
        this(program, read, System.out, System.err);
    }

    /** @return the exit code */
    public int answer(String... arguments) {
        return switch (String.join(" ", arguments)) {
            case "--version" -> say(version());
            case "--help" -> say(help(SettingsCatalogue.read()));
            case "--check-config" -> check(() -> Environment.read(System.getenv()));
            default ->
                complain("expected no argument, --version, --help or --check-config, but got '"
                        + String.join(" ", arguments) + "'");
        };
    }

    /** Prints what would hold, or the one line that says why there is no start. */
    int check(Supplier<Environment> source) {
        try {
            Environment environment = source.get();
            read.accept(environment);
            environment.effective().forEach(out::println);
            return 0;
        } catch (ConfigException e) {
            return complain(e.getMessage());
        }
    }

    private String version() {
        String version = CommandLine.class.getPackage().getImplementationVersion();
        return "likewire " + program + " " + (version == null ? "(not from a jar)" : version) + ", Java "
                + Runtime.version();
    }

    private String help(SettingsCatalogue settingsCatalogue) {
        Program about = settingsCatalogue.program(program);
        StringBuilder text =
                new StringBuilder(about.what()).append("\n\nUsage: java -jar ").append(about.jar());
        text.append(" [--version | --help | --check-config]\n\n");
        text.append(
                "  --check-config  reads the settings as a start would, prints them and ends: with 2 where one is wrong\n");
        about.commands().forEach(command -> text.append("  ").append(command).append('\n'));
        text.append("\nSettings, from the environment; NAME_FILE may name a file with the value of NAME:\n");
        settingsCatalogue.settingsOf(program).forEach(setting -> text.append('\n')
                .append(entry(setting)));
        return text.append("\nMore in ")
                .append(about.docs())
                .append(" and docs/configuration.md")
                .toString();
    }

    private String entry(Described setting) {
        String values = setting.values().isEmpty() ? "" : "; " + setting.values();
        return "  " + setting.name() + " [" + setting.fallback(program).replaceAll("[()]", "") + values + "]\n      "
                + setting.meaning().replace("`", "") + "\n";
    }

    private int say(String text) {
        out.println(text);
        return 0;
    }

    private int complain(String line) {
        err.println("likewire: " + line);
        return EXIT_MISCONFIGURED;
    }
}
