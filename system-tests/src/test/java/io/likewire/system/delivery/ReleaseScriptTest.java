package io.likewire.system.delivery;

import static io.likewire.system.delivery.Pipelines.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases in a repository of its own, with the files that a release reads and writes. */
@Tag("full")
class ReleaseScriptTest {
    private static final List<String> PARTS =
            List.of(".ci", "docker-compose.yml", "deploy/kubernetes", "contracts/src/main/resources/events");

    private static final String EVENTS = "contracts/src/main/resources/events";
    private static final String RELEASED = "contracts/src/test/resources/events/released/";
    private static final String CHANGELOG = "# Changes\n\n## [Unreleased]\n\n### Added\n\n- Everything.\n";
    private static final Pattern VERSION = Pattern.compile("<version>[0-9.]+-SNAPSHOT</version>");

    @TempDir
    private Path repository;

    @BeforeEach
    void commit() throws IOException {
        Assumptions.assumeTrue(Program.onPath("git"), "no git on the PATH");
        for (String part : PARTS) {
            copy(ROOT.resolve(part), repository.resolve(part));
        }
        copy(ROOT.resolve(EVENTS), repository.resolve(RELEASED + "0.1"));
        Files.writeString(repository.resolve("CHANGELOG.md"), CHANGELOG);
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path pom : Stream.concat(Stream.of(ROOT), modules)
                    .map(module -> module.resolve("pom.xml"))
                    .filter(Files::exists)
                    .toList()) {
                Path copy = repository.resolve(ROOT.relativize(pom));
                Files.createDirectories(copy.getParent());
                Files.writeString(
                        copy, VERSION.matcher(Pipelines.read(pom)).replaceAll("<version>0.1.0-SNAPSHOT</version>"));
            }
        }
        git("init", "-q", "-b", "main");
        git("add", "-A");
        git("commit", "-q", "-m", "As it is");
    }

    @Test
    void aDryRunSaysWhatItWouldDoAndDoesNothing() {
        Program release = release("0.1.0", "--dry-run");

        assertThat(release.exit()).as(release.output()).isZero();
        assertThat(release.output())
                .contains("would set 0.1.0-SNAPSHOT to 0.1.0 in ", "overlays/production/kustomization.yaml")
                .contains(
                        "would move [Unreleased] to [0.1.0] - ",
                        "would commit and tag v0.1.0",
                        "would go on to 0.2.0-SNAPSHOT");
        assertThat(git("status", "--porcelain")).isEmpty();
        assertThat(git("tag")).isEmpty();
    }

    @Test
    void aReleaseIsACommitWithATagAndAnotherForTheNextVersion() {
        Program release = release("0.1.0", "--no-build");

        assertThat(release.exit()).as(release.output()).isZero();
        assertThat(git("tag").trim()).isEqualTo("v0.1.0");
        assertThat(git("show", "v0.1.0:platform/pom.xml"))
                .contains("<version>0.1.0</version>")
                .doesNotContain("SNAPSHOT");
        assertThat(git("show", "v0.1.0:CHANGELOG.md"))
                .containsPattern("## \\[Unreleased]\n\n## \\[0.1.0] - 2\\d{3}-\\d\\d-\\d\\d\n");
        assertThat(git("grep", "-h", "<version>0.2.0-SNAPSHOT", "HEAD", "--", "*pom.xml")
                        .lines())
                .hasSizeGreaterThan(10);
        assertThat(notes("0.1.0").strip()).isEqualTo("### Added\n\n- Everything.");
        assertThat(git("status", "--porcelain")).isEmpty();

        assertRefused("CHANGELOG.md has nothing under [Unreleased]", "0.2.0");
    }

    @Test
    void imagesAreNamedByTheirVersion() {
        git(
                "mv",
                "contracts/src/test/resources/events/released/0.1",
                "contracts/src/test/resources/events/released/7.8");
        git("commit", "-q", "-a", "-m", "The wire form of 7.8");

        release("7.8.9", "--no-build");

        assertThat(git("show", "v7.8.9:deploy/kubernetes/overlays/production/kustomization.yaml"))
                .contains("newTag: 7.8.9")
                .doesNotContain("newTag: 0.1.0");
        assertThat(git("show", "v7.8.9:deploy/kubernetes/base/likes.yaml")).contains("image: likewire/likes:7.8.9\n");
    }

    @Test
    void whatMayNotGoOutIsRefused() throws IOException {
        assertRefused("expected a version such as 0.1.0, but got '1.0'", "1.0");
        assertRefused("nobody knows '--force'", "0.1.0", "--force");
        assertRefused("released/0.9 is not what goes out", "0.9.0");

        Files.writeString(repository.resolve("new.txt"), "new");
        assertRefused("there are changes that are not committed", "0.1.0");
        Files.delete(repository.resolve("new.txt"));

        git("tag", "v0.1.0");
        assertRefused("v0.1.0 is there already", "0.1.0");
    }

    private void assertRefused(String reason, String... arguments) {
        Program release = release(arguments);
        assertThat(release.exit()).isEqualTo(2);
        assertThat(release.output()).contains("release: ").contains(reason);
    }

    private Program release(String... arguments) {
        return run(Stream.concat(Stream.of("bash", ".ci/release"), Stream.of(arguments))
                .toList());
    }

    private String notes(String version) {
        return run(List.of("bash", ".ci/notes", version)).output();
    }

    private String git(String... arguments) {
        Program git = run(Stream.concat(Stream.of("git"), Stream.of(arguments)).toList());
        assertThat(git.exit()).as(git.output()).isZero();
        return git.output();
    }

    /** What it prints goes to a file, which must not be a change of the repository. */
    private Program run(List<String> command) {
        String line = "cd \"$1\" && shift && exec \"$@\"";
        return Program.run(
                Path.of("target", "delivery"),
                Map.of(
                        "GIT_CONFIG_NOSYSTEM", "1",
                        "GIT_CONFIG_GLOBAL", "/dev/null",
                        "GIT_AUTHOR_NAME", "Likewire",
                        "GIT_AUTHOR_EMAIL", "likewire@example.org",
                        "GIT_COMMITTER_NAME", "Likewire",
                        "GIT_COMMITTER_EMAIL", "likewire@example.org"),
                Stream.concat(Stream.of("bash", "-c", line, "run", repository.toString()), command.stream())
                        .toList());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
