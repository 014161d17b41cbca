package io.likewire.system.contract;

import io.likewire.system.rig.Npm;
import io.likewire.system.rig.Program;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Contracts and scripts through the eyes of public tools, which npm fetches; without Node.js or npm this is skipped. */
@Tag("full")
class LintIT {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final String TOOLS = ROOT + "/system-tests/src/test/tools/";
    private static final String CONTRACTS = ROOT + "/contracts/src/main/resources/";

    @Test
    void redoclysLinterFindsNothingInTheOpenApiFile() {
        Path linter = fetched("linter", "@redocly/openapi-core", "2.64.0");

        findsNothing(TOOLS + "lint.mjs", linter, ROOT + "/redocly.yaml", CONTRACTS + "openapi/likewire.yaml");
    }

    @Test
    void asyncApisOwnParserFindsNoErrorAndNoWarningInTheFileOfEvents() {
        Path parser = fetched("asyncapi-parser", "@asyncapi/parser", "3.6.3");

        findsNothing(TOOLS + "asyncapi.mjs", parser, CONTRACTS + "events/asyncapi.yaml");
    }

    /** Types are in JSDoc. */
    @Test
    void everyScriptOfThePagesIsWellTyped() {
        fetched("types", "lit", "3.3.2");
        Path compiler = fetched("typescript", "typescript", "5.9.3");

        findsNothing(compiler + "/node_modules/typescript/bin/tsc", "--project", TOOLS + "tsconfig.json");
    }

    private static Path fetched(String folder, String name, String version) {
        Path target = ROOT.resolve("system-tests/target").resolve(folder);
        Npm.fetch(target, name, version);
        return target;
    }

    private static void findsNothing(Object... command) {
        Program.run(
                        ROOT.resolve("system-tests/target/linter"),
                        Map.of(),
                        Stream.concat(Stream.of("node"), Stream.of(command).map(Object::toString))
                                .toList())
                .orFail();
    }
}
