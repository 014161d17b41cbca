package io.likewire.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SourceSizeTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Set<String> KINDS = Set.of("java", "js", "css", "sql");
    private static final int LARGEST_FILE = 250;
    private static final int LARGEST_VERTICLE = 120;

    @Test
    void noFileIsLongerThan250Lines() throws IOException {
        assertThat(sources().filter(file -> lines(file) > LARGEST_FILE)).isEmpty();
    }

    @Test
    void noVerticleIsLongerThan120Lines() throws IOException {
        assertThat(sources()
                        .filter(file -> file.toString().endsWith("Verticle.java"))
                        .filter(file -> lines(file) > LARGEST_VERTICLE))
                .isEmpty();
    }

    @Test
    void halfOfTheFilesAreShort() throws IOException {
        assertThat(share("/src/main/", 0.5)).isLessThanOrEqualTo(60);
        assertThat(share("/src/main/", 0.9)).isLessThanOrEqualTo(130);
    }

    @Test
    void testsAreNoLongStoriesEither() throws IOException {
        assertThat(share("/src/test/", 0.5)).isLessThanOrEqualTo(90);
        assertThat(share("/src/test/", 0.9)).isLessThanOrEqualTo(165);
    }

    private static long share(String folder, double part) throws IOException {
        List<Long> sizes = sources()
                .filter(file -> file.toString().contains(folder))
                .map(SourceSizeTest::lines)
                .sorted()
                .toList();
        return sizes.get((int) (sizes.size() * part));
    }

    private static Stream<Path> sources() throws IOException {
        return Files.walk(ROOT, 20)
                .filter(file -> file.toString().contains("/src/"))
                .filter(file -> !file.toString().contains("/target/"))
                .filter(file -> KINDS.contains(kind(file)))
                .filter(Files::isRegularFile);
    }

    private static String kind(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
