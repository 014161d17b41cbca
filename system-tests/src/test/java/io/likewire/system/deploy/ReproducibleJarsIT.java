package io.likewire.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who builds the same sources gets the same jars: nothing in them tells when, where or by whom they were built. */
@Tag("full")
class ReproducibleJarsIT {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final List<String> ABOUT_THE_BUILD = List.of("META-INF/MANIFEST.MF", "pom.properties", "pom.xml");

    static Stream<Path> jars() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules
                    .map(module -> module.resolve("target").resolve(module.getFileName() + ".jar"))
                    .filter(Files::exists)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("jars")
    void aJarHoldsTheTimeOfTheReleaseAndNoTraceOfItsBuild(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            List<JarEntry> entries = jar.stream().toList();
            assertThat(entries).extracting(JarEntry::getTimeLocal).containsOnly(TIME);
            assertThat(entries.stream()
                            .filter(entry -> ABOUT_THE_BUILD.stream().anyMatch(entry.getName()::endsWith))
                            .map(entry -> text(jar, entry)))
                    .isNotEmpty()
                    .noneMatch(text -> text.contains(ROOT.toString())
                            || text.contains(System.getProperty("user.home"))
                            || text.matches("(?s).*(Built-By|Build-Date|Build-Time|Build-Host|#\\w{3} \\w{3} \\d).*"));
        }
    }

    private static String text(JarFile jar, JarEntry entry) {
        try {
            return new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
