package io.likewire.system.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.pages.Page.Block;
import io.likewire.system.pages.Page.Inline;
import io.likewire.system.rig.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command of the pages is in {@code reader.sh}, which {@link PagesIT} runs, or says why nobody types it. */
class PagesTest {
    private static final String PROGRAM =
            "(curl|java|(\\./)?(run|likewire)|mvn|jstack|docker|kubectl|rabbitmq(ctl|-diagnostics)|mariadb|mysql|mariadb-dump|mysqldump"
                    + "|npm|node|python3|kill -\\d+|git|head|deploy/[a-z/.]+sh|printf)";
    private static final Pattern COMMAND = Pattern.compile("([A-Z_]+=\\S+ )*(" + PROGRAM
            + " \\S.*)|([A-Z_]+=\\S+ )+\\./run" + "|(\\.ci/[a-z]+|benchmarks/[a-z-]+\\.sh)( .*)?");

    /** A word in capitals stands for something of the reader's, unless it is a method of HTTP or a variable. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile(".*(\\.\\.\\.|(?<![$\\w=])(?!POST|PUT|GET|DELETE)[A-Z_]{2,}\\b(?!=)).*");

    private static final String FILE = "([A-Za-z][\\w.-]*)(?=[\\s)|;\"]|$)";
    private static final Pattern MADE = Pattern.compile("(?:(?<![-=&\\d<])>{1,2} ?|rotate-key )" + FILE);
    private static final Pattern MADE_BY_CURL = Pattern.compile("(?:>{1,2} ?| -[ocD] )" + FILE);

    @TempDir
    private Path typed;

    @Test
    void everyBlockForAShellOrADatabaseIsTypedOrSaysWhyNot() {
        assertThat(forgotten()).isEmpty();
    }

    /** Typed in a clone, commands of the pages make files there. */
    @Test
    void whatPagesMakeStaysOutOfTheRepository() throws IOException {
        Program.need("git");
        Files.copy(Page.ROOT.resolve(".gitignore"), typed.resolve(".gitignore"));
        assertThat(git("init", "-q").exit()).isZero();
        List<String> made = Page.all().stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> block.isForAShell() && !block.isMarked())
                .flatMap(block -> block.lines().stream())
                .flatMap(line -> (line.contains("curl ") ? MADE_BY_CURL : MADE)
                        .matcher(line)
                        .results())
                .map(file -> file.group(1))
                .toList();

        assertThat(made).contains("visitor.key", "auth.pem", "jar", "session", "head.txt");
        assertThat(Stream.concat(made.stream(), Stream.of("data/auth.pem", "password.txt")))
                .allSatisfy(file ->
                        assertThat(git("check-ignore", "-q", file).exit()).isZero());
    }

    private Program git(String... arguments) {
        return Program.run(
                typed,
                Map.of(),
                Stream.concat(Stream.of("git"), Stream.of(arguments)).toList());
    }

    private List<Object> forgotten() {
        Screenplay screenplay = Screenplay.read();
        screenplay.script(typed, Set.of());
        return screenplay.forgotten(PagesTest::isToBeTyped, PagesTest::isToBeTyped);
    }

    private static boolean isToBeTyped(Block block) {
        return (block.isForAShell() || block.language().equals("sql")) && !block.isMarked();
    }

    private static boolean isToBeTyped(Inline inline) {
        return COMMAND.matcher(inline.text()).matches()
                && !PLACEHOLDER.matcher(inline.text()).matches();
    }

    @Test
    void aMarkIsOfACommandInTheTextOfItsPage() {
        assertThat(Page.all()).allSatisfy(page -> assertThat(page.marks()).allMatch(mark -> page.inlines().stream()
                .anyMatch(inline ->
                        mark.isOf(inline) && COMMAND.matcher(inline.text()).matches())));
    }

    @Test
    void aMissingProgramLeavesOutWhatNeedsItAlone() {
        assertThat(leftOut("npm").get("npm"))
                .containsExactly(
                        "docs/gateway-verticle.md cd examples/event-bus", "docs/write-a-service.md export AMQP_URI");
        assertThat(leftOut("mariadb").get("mariadb")).hasSizeGreaterThan(5).noneMatch(each -> each.contains("curl"));
        assertThat(leftOut("rabbitmq").get("rabbitmq"))
                .contains("README.md mvn -DskipTests package")
                .noneMatch(each -> each.startsWith("README.md ./run") || each.startsWith("docs/rest-api.md"));
    }

    private Map<String, List<String>> leftOut(String program) {
        Screenplay screenplay = Screenplay.read();
        screenplay.script(typed, Set.of(program));
        return screenplay.leftOut();
    }

    @Test
    void commandsStandInBlocksForAShell() {
        Stream<Block> others =
                Page.all().stream().flatMap(page -> page.blocks().stream()).filter(block -> !block.isForAShell());

        assertThat(others.filter(block -> block.lines().stream()
                        .anyMatch(line -> line.startsWith("$ ")
                                || COMMAND.matcher(line.strip()).matches())))
                .isEmpty();
    }

    @Test
    void blocksWithinListsAndCommandsOverTwoLinesAreFound() {
        Page page = Page.of(
                "page.md",
                List.of(
                        "1. Type `curl -s",
                        "   localhost`, but not `git push`:",
                        "<!-- not run: git, mvn: it changes a repository -->",
                        "   ```sh not run: there is no such program",
                        "   one",
                        "     two",
                        "   ```"));

        Inline push = new Inline("page.md", 2, "git push");
        assertThat(page.inlines()).containsExactly(new Inline("page.md", 1, "curl -s localhost"), push);
        assertThat(page.inlines().stream().filter(page::isMarked)).containsExactly(push);
        assertThat(page.blocks())
                .containsExactly(
                        new Block("page.md", 5, "sh not run: there is no such program", List.of("one", "  two")));
        assertThat(page.blocks().get(0).isMarked()).isTrue();
    }
}
