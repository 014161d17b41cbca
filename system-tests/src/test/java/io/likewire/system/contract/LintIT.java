package io.likewire.system.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Npm;
import io.likewire.system.rig.Program;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contracts through the eyes of public tools, which npm fetches; without Node.js or npm this is skipped. */
@Tag("full")
class LintIT {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    @Test
    void redoclysLinterFindsNothingInTheOpenApiFile() {
        Path folder = ROOT.resolve("system-tests/target/linter");
        Npm.fetch(folder, "@redocly/openapi-core", "2.64.0");

        Program lint = node("lint.mjs", folder, "redocly.yaml", "contracts/src/main/resources/openapi/likewire.yaml");

        assertThat(lint.exit()).as(lint.output()).isZero();
    }

    @Test
    void asyncApisOwnParserFindsNoErrorAndNoWarningInTheFileOfEvents() {
        Path folder = ROOT.resolve("system-tests/target/asyncapi-parser");
        Npm.fetch(folder, "@asyncapi/parser", "3.6.3");

        Program parse = node("asyncapi.mjs", folder, "contracts/src/main/resources/events/asyncapi.yaml");

        assertThat(parse.exit()).as(parse.output()).isZero();
    }

    /** @param files as seen from the top folder */
    private static Program node(String tool, Path folder, String... files) {
        Stream<String> command = Stream.of(
                "node",
                ROOT.resolve("system-tests/src/test/tools").resolve(tool).toString(),
                folder.toString());
        Stream<String> absolute =
                Stream.of(files).map(file -> ROOT.resolve(file).toString());
        return Program.run(folder, Map.of(), Stream.concat(command, absolute).toList());
    }
}
