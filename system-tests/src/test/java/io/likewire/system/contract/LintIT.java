package io.likewire.system.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The OpenAPI file through the eyes of Redocly's linter, which npm fetches; without Node.js or npm it is skipped. */
class LintIT {
    private static final String LINTER = "@redocly/openapi-core@2.64.0";
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path FOLDER = ROOT.resolve("system-tests/target/linter");

    @Test
    void thePublicLinterFindsNothing() {
        fetch();

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

    private static void fetch() {
        skipUnless(Program.onPath("node") && Program.onPath("npm"), "no node and npm on the PATH");
        if (Files.exists(FOLDER.resolve("node_modules/@redocly/openapi-core/package.json"))) {
            return;
        }
        List<String> install = List.of(
                "npm",
                "install",
                "--no-save",
                "--no-package-lock",
                "--no-audit",
                "--no-fund",
                "--ignore-scripts",
                "--prefer-offline",
                "--fetch-retries=0",
                "--prefix",
                FOLDER.toString(),
                LINTER);
        Program npm = Program.run(FOLDER, Map.of(), install);
        skipUnless(npm.exit() == 0, "npm can't fetch " + LINTER + ": " + npm.output());
    }

    private static void skipUnless(boolean condition, String reason) {
        if (!condition) {
            System.out.println("LintIT skipped: " + reason);
        }
        Assumptions.assumeTrue(condition, reason);
    }
}
