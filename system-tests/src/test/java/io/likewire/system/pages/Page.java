package io.likewire.system.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation: its fenced blocks, also those within lists, and what its text names in backticks. */
record Page(String name, List<Block> blocks, List<Inline> inlines, List<Mark> marks) {
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern FENCE = Pattern.compile("( *)```(.*)");
    private static final Pattern MARK = Pattern.compile("(?m)^ *<!-- not run: (.+?): .{10,} -->$");
    private static final Pattern BACKTICKS = Pattern.compile("`((?:[^`\n]|\n(?!\n))+)`");

    /**
     * @param line of the page, from 1, where the first line of the block stands
     * @param info what stands behind the fence
     */
    record Block(String page, int line, String info, List<String> lines) {
        String language() {
            return info.split(" ", 2)[0];
        }

        boolean isForAShell() {
            return language().equals("sh") || language().equals("console");
        }

        boolean isMarked() {
            return info.matches("\\w+ not run: .{10,}");
        }

        boolean beginsWith(String beginning) {
            return lines.stream().anyMatch(line -> !line.isBlank())
                    && String.join("\n", lines).strip().startsWith(beginning);
        }

        @Override
        public String toString() {
            return page + ":" + line;
        }
    }

    /** A comment that says why commands in the text of its page which begin so are not typed. */
    record Mark(String page, String beginning) {
        boolean isOf(Inline inline) {
            return inline.text().startsWith(beginning);
        }
    }

    /** @param line of the page, from 1 */
    record Inline(String page, int line, String text) {
        @Override
        public String toString() {
            return page + ":" + line + ": " + text;
        }
    }

    /** All but decisions and changes, which tell how things were. */
    static List<Page> all() {
        try (Stream<Path> files = Stream.of("docs", "examples")
                .map(ROOT::resolve)
                .flatMap(Page::walk)
                .filter(file -> file.toString().endsWith(".md"))
                .filter(file -> !file.toString().matches(".*/(adr|node_modules|target)/.*"))) {
            return Stream.concat(
                            Stream.of("README.md", "CONTRIBUTING.md"),
                            files.map(file -> ROOT.relativize(file).toString()).sorted())
                    .map(Page::read)
                    .toList();
        }
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Page read(String name) {
        try {
            return of(name, Files.readAllLines(ROOT.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Page of(String name, List<String> lines) {
        List<Block> blocks = new ArrayList<>();
        List<String> text = new ArrayList<>();
        while (text.size() < lines.size()) {
            int at = text.size();
            Matcher fence = FENCE.matcher(lines.get(at));
            if (fence.matches()) {
                List<String> body = lines.stream()
                        .skip(at + 1L)
                        .takeWhile(line -> !line.strip().equals("```"))
                        .map(line -> line.replaceFirst("^ {0," + fence.group(1).length() + "}", ""))
                        .toList();
                blocks.add(new Block(name, at + 2, fence.group(2), body));
                text.addAll(Collections.nCopies(body.size() + 2, ""));
            } else {
                text.add(lines.get(at));
            }
        }
        String prose = String.join("\n", text);
        return new Page(name, blocks, inlines(name, prose), marks(name, prose));
    }

    private static List<Mark> marks(String name, String text) {
        return MARK.matcher(text)
                .results()
                .flatMap(mark -> Stream.of(mark.group(1).split(", ")))
                .map(beginning -> new Mark(name, beginning))
                .toList();
    }

    boolean isMarked(Inline inline) {
        return marks.stream().anyMatch(mark -> mark.isOf(inline));
    }

    private static List<Inline> inlines(String name, String text) {
        return BACKTICKS
                .matcher(text)
                .results()
                .map(found -> new Inline(
                        name,
                        (int) text.substring(0, found.start() + 1).lines().count(),
                        found.group(1).replaceAll("\\s+", " ")))
                .toList();
    }
}
