package io.likewire.system.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The OpenAPI file through the eyes of Redocly's linter, which npm fetches; without Node.js or npm it is skipped. */
class LintIT {
    private static final String LINTER = "@redocly/openapi-core@2.64.0";
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path FOLDER = ROOT.resolve("system-tests/target/linter");

    @Test
    void thePublicLinterFindsNothing() {
        Npm.fetch(LintIT.class, FOLDER, LINTER);

        Program lint = Program.run(
                FOLDER,
                Map.of(),
                List.of(
                        "node",
                        ROOT.resolve("system-tests/src/test/tools/lint.mjs").toString(),
                        FOLDER.toString(),
                        ROOT.resolve("redocly.yaml").toString(),
                        ROOT.resolve("contracts/src/main/resources/openapi/likewire.yaml")
                                .toString()));

        assertThat(lint.exit()).as(lint.output()).isZero();
    }
}
