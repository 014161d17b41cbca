package io.likewire.system.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script itself, in a checkout without jars and with tools that only look like tools. */
@Tag("full")
class RunScriptIT {
    private static final Path SCRIPT = Path.of("").toAbsolutePath().getParent().resolve("run");

    @TempDir
    Path checkout;

    private Path tools;

    @BeforeEach
    void onlyBasicTools() throws IOException {
        Files.copy(SCRIPT, checkout.resolve("run"));
        tools = Files.createDirectory(checkout.resolve("tools"));
        for (String name : List.of("dirname", "sed", "head", "find", "awk", "touch", "cat")) {
            Files.createSymbolicLink(tools.resolve(name), Path.of("/usr/bin", name));
        }
    }

    @Test
    void withoutJavaItSaysSoInOneLine() throws Exception {
        assertRefused("likewire: no Java found: install a JDK 17 or newer, or set JAVA_HOME");
    }

    @Test
    void anOldJavaIsNamedInOneLine() throws Exception {
        tool("java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");

        assertRefused("likewire: needs Java 17 or newer, but java is Java 11");
    }

    @Test
    void javaEightIsCalledEight() throws Exception {
        tool("java", "echo 'java version \"1.8.0_402\"' >&2");

        assertRefused("likewire: needs Java 17 or newer, but java is Java 8");
    }

    @Test
    void withoutMavenAndWithoutAJarItSaysSoInOneLine() throws Exception {
        tool("java", "echo 'openjdk version \"17.0.15\" 2025-04-15' >&2");

        assertRefused("likewire: no Maven found: install Maven 3.8 or newer to build Likewire");
    }

    @Test
    void aFailedBuildEndsWithItsErrors() throws Exception {
        tool("java", "echo 'openjdk version \"21\" 2023-09-19' >&2");
        tool("mvn", "echo '[INFO] noise'; echo '[ERROR] no space left'; exit 1");

        Shell answer = run();

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.output()).contains("[ERROR] no space left").doesNotContain("noise");
        assertThat(answer.errors().strip()).isEqualTo("likewire: the build failed");
    }

    @Test
    void aRunWritesItsClassesDownAndLaterOnesOfThatBuildAndJavaReadThem() throws Exception {
        tool("java", "echo 'openjdk version \"17.0.15\" 2025-04-15' >&2; echo \"$@\"");
        Path archive = built().resolveSibling("classes-17.0.15.jsa");
        assertThat(run().output()).contains("-XX:ArchiveClassesAtExit=" + checkout.relativize(archive));

        try (RandomAccessFile written = new RandomAccessFile(archive.toFile(), "rw")) {
            written.setLength(64 << 20);
        }
        assertThat(run().output()).contains("-XX:SharedArchiveFile=" + checkout.relativize(archive));

        assertThat(archive.toFile().setLastModified(0)).isTrue();
        assertThat(run().output()).contains("-XX:ArchiveClassesAtExit=");
    }

    @Test
    void whatEndedEarlyHasWrittenTooLittle() throws Exception {
        tool("java", "echo 'openjdk version \"17.0.15\" 2025-04-15' >&2; echo \"$@\"");
        Files.writeString(built().resolveSibling("classes-17.0.15.jsa"), "few classes");

        assertThat(run().output()).contains("-XX:ArchiveClassesAtExit=");
    }

    /** A checkout whose jar is newer than its sources. */
    private Path built() throws IOException {
        for (String source : List.of("pom.xml", "cluster.xml", "standalone/pom.xml", "standalone/src/main/Code")) {
            Files.createDirectories(checkout.resolve(source).getParent());
            Path file = Files.writeString(checkout.resolve(source), "");
            assertThat(file.toFile().setLastModified(0)).isTrue();
        }
        assertThat(checkout.resolve("standalone/src/main").toFile().setLastModified(0))
                .isTrue();
        Path jar =
                Files.createDirectories(checkout.resolve("standalone/target")).resolve("standalone.jar");
        assertThat(Files.writeString(jar, "").toFile().setLastModified(1_000)).isTrue();
        return jar;
    }

    private void assertRefused(String line) throws Exception {
        Shell answer = run();

        assertThat(answer.errors().strip()).isEqualTo(line);
        assertThat(answer.output()).isEmpty();
        assertThat(answer.exitCode()).isEqualTo(2);
    }

    private Shell run() throws Exception {
        return Shell.run(checkout, Map.of("PATH", tools.toString()), "run");
    }

    private void tool(String name, String script) throws IOException {
        Path file = Files.writeString(tools.resolve(name), "#!/bin/bash\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
