package io.likewire.system.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Anchors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links from page to page, and the numbers of decisions, lead to something. */
class LinksTest {
    private static final Path DECISIONS = Page.ROOT.resolve("docs/adr");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!\\w+:)([^)#\\s]*)#?([^)\\s]*)\\)");
    private static final Pattern NUMBERED = Pattern.compile("\\[ADR (\\d+)\\]\\([^)]*?(\\d+)-[^)]*\\)");

    @Test
    void linksLeadToFilesAndHeadings() throws IOException {
        assertThat(pages()).isNotEmpty().allSatisfy(page -> assertThat(LINK.matcher(Anchors.withoutBlocks(page))
                        .results()
                        .filter(link -> !leads(page, link.group(1), link.group(2)))
                        .map(link -> link.group()))
                .as("links of %s that lead nowhere", Page.ROOT.relativize(page))
                .isEmpty());
    }

    @Test
    void decisionsAreNamedByTheirNumberAndListed() throws IOException {
        String list = Files.readString(DECISIONS.resolve("README.md"));

        assertThat(pages()).allSatisfy(page -> assertThat(
                        NUMBERED.matcher(Files.readString(page).replaceAll("\\s+", " "))
                                .results())
                .allSatisfy(link ->
                        assertThat(Integer.parseInt(link.group(2))).isEqualTo(Integer.parseInt(link.group(1)))));
        try (Stream<Path> files = Files.list(DECISIONS)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.matches("\\d.*")))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(list).contains("](" + name + ")"));
        }
    }

    private static boolean leads(Path page, String path, String anchor) {
        Path target = path.isEmpty() ? page : page.resolveSibling(path).normalize();
        return Files.exists(target)
                && (anchor.isEmpty()
                        || !target.toString().endsWith(".md")
                        || Anchors.of(target).contains(anchor));
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Stream.concat(
                Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md").map(Page.ROOT::resolve),
                Files.walk(Page.ROOT.resolve("docs")))) {
            return files.filter(file -> file.toString().endsWith(".md")).toList();
        }
    }
}
