package io.likewire.system.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Npm;
import io.likewire.system.rig.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The scripts of the web pages through the eyes of the TypeScript compiler, which reads their JSDoc. */
@Tag("full")
class TypesIT {
    private static final Path COMPILER = Path.of("target/typescript").toAbsolutePath();
    private static final Path SETTINGS = Path.of("src/test/tools/tsconfig.json").toAbsolutePath();

    @Test
    void everyScriptIsWellTyped() {
        Npm.fetch(COMPILER, "typescript", "5.9.3");
        Npm.fetch(Path.of("target/types").toAbsolutePath(), "lit", "3.3.2");

        Program compiler = Program.run(
                COMPILER,
                Map.of(),
                List.of("node", "node_modules/typescript/bin/tsc", "--project", SETTINGS.toString()));

        assertThat(compiler.exit()).as(compiler.output()).isZero();
    }
}
