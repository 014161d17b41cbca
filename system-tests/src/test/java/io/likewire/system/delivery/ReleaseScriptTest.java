package io.likewire.system.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Program;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases in a repository of its own, with the files that a release reads and writes. */
@Tag("full")
class ReleaseScriptTest {
    private static final String COMMIT = """
            (cd "$1" && tar -c .ci docker-compose.yml deploy/kubernetes contracts/src/main/resources/events pom.xml */pom.xml) | tar -x
            sed -i.bak 's:<version>[0-9.]*-SNAPSHOT</version>:<version>7.8.9-SNAPSHOT</version>:' pom.xml */pom.xml
            find . -name '*.bak' -delete
            mkdir -p contracts/src/test/resources/events/released
            cp -R contracts/src/main/resources/events contracts/src/test/resources/events/released/7.8
            printf '# Changes\\n\\n## [Unreleased]\\n\\n### Added\\n\\n- Everything.\\n' > CHANGELOG.md
            git init -q -b main && git add -A && git commit -q -m 'As it is'
            """;

    @TempDir
    private Path repository;

    @BeforeEach
    void commit() {
        Program.need("git");
        run(COMMIT, Scripts.ROOT.toString());
    }

    @Test
    void aDryRunSaysWhatItWouldDoAndDoesNothing() {
        assertThat(run(".ci/release 7.8.9 --dry-run"))
                .contains("would set 7.8.9-SNAPSHOT to 7.8.9 in ", "overlays/production/kustomization.yaml")
                .contains("would move [Unreleased] to [7.8.9] - ", "would commit and tag v7.8.9")
                .contains("would go on to 7.9.0-SNAPSHOT");
        assertThat(run("git status --porcelain; git tag")).isEmpty();
    }

    @Test
    void aReleaseIsACommitWithATagAndAnotherForTheNextVersion() {
        run(".ci/release 7.8.9 --no-build");

        assertThat(run("git tag")).isEqualTo("v7.8.9\n");
        assertThat(run("git status --porcelain")).isEmpty();
        assertThat(run("git show v7.8.9:platform/pom.xml"))
                .contains("<version>7.8.9</version>")
                .doesNotContain("SNAPSHOT");
        assertThat(run("git show v7.8.9:CHANGELOG.md"))
                .containsPattern("## \\[Unreleased]\n\n## \\[7.8.9] - 2\\d{3}-\\d\\d-\\d\\d\n");
        assertThat(run("git show v7.8.9:deploy/kubernetes/overlays/production/kustomization.yaml"))
                .contains("newTag: 7.8.9")
                .doesNotContain("newTag: 0.1.0");
        assertThat(run("git show v7.8.9:deploy/kubernetes/base/likes.yaml")).contains("image: likewire/likes:7.8.9\n");
        assertThat(run("git grep -h '<version>7.9.0-SNAPSHOT' HEAD -- '*pom.xml'")
                        .lines())
                .hasSizeGreaterThan(10);
        assertThat(run(".ci/notes 7.8.9").strip()).isEqualTo("### Added\n\n- Everything.");
        assertRefused("7.9.0", "CHANGELOG.md has nothing under [Unreleased]");
    }

    @Test
    void whatMayNotGoOutIsRefused() {
        assertRefused("1.0", "expected a version such as 0.1.0, but got '1.0'");
        assertRefused("7.8.9 --force", "nobody knows '--force'");
        assertRefused("7.9.0", "released/7.9 is not what goes out");
        run("touch new.txt");
        assertRefused("7.8.9 --no-build", "there are changes that are not committed");
        run("rm new.txt; git tag v7.8.9");
        assertRefused("7.8.9 --no-build", "v7.8.9 is there already");
    }

    private void assertRefused(String arguments, String reason) {
        Program release = in(".ci/release " + arguments);
        assertThat(release.exit()).isEqualTo(2);
        assertThat(release.output()).contains("release: ").contains(reason);
    }

    private String run(String script, String... arguments) {
        return in(script, arguments).orFail();
    }

    /** Nobody's own settings of Git count. */
    private Program in(String script, String... arguments) {
        return Scripts.bash(String.format(Locale.ROOT, """
                export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null
                export GIT_AUTHOR_NAME=Likewire GIT_AUTHOR_EMAIL=likewire@example.org
                export GIT_COMMITTER_NAME=Likewire GIT_COMMITTER_EMAIL=likewire@example.org
                cd %s
                """, repository) + script, arguments);
    }
}
