package io.likewire.system.pages;

import io.likewire.system.pages.Page.Block;
import io.likewire.system.pages.Page.Inline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code reader.sh}: who types which command of which page when. Its lines {@code block PAGE BEGINNING} and {@code
 * sql}, {@code inline PAGE TEXT} and {@code query} name what is typed by what stands in the page, {@code elsewhere} what another
 * test types. Lines from {@code needs PROGRAM...} to {@code end} are left out where a program is missing. Everything else is
 * bash. What nobody types is marked in its page.
 */
final class Screenplay {
    private static final Path FILE = Path.of("src", "test", "resources", "pages", "reader.sh");
    private static final Pattern DIRECTION =
            Pattern.compile("(\\W*)(block|sql|inline|query|elsewhere) (\\S+) '([^']*)'(.*)");

    private final List<Page> pages;
    private final List<String> lines;
    private final Set<Object> told = new HashSet<>();
    private final Map<String, List<String>> leftOut = new TreeMap<>();

    Screenplay(List<Page> pages, List<String> lines) {
        this.pages = pages;
        this.lines = lines;
    }

    static Screenplay read() {
        try {
            return new Screenplay(Page.all(), Files.readAllLines(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The bash script, in which {@code typed PAGE LINE} stands for what the page says there.
     *
     * @param lacking programs that this machine has not
     */
    String script(Path typed, Set<String> lacking) {
        List<String> script = new ArrayList<>();
        Deque<Optional<String>> missing = new ArrayDeque<>();
        for (String line : lines) {
            if (line.startsWith("needs ")) {
                missing.push(
                        Stream.of(line.split(" ")).filter(lacking::contains).findFirst());
            } else if (line.equals("end")) {
                missing.pop();
            } else {
                missing.stream()
                        .flatMap(Optional::stream)
                        .findFirst()
                        .ifPresentOrElse(program -> leaveOut(program, line), () -> script.add(direct(line, typed)));
            }
        }
        return String.join("\n", script) + "\n";
    }

    private void leaveOut(String program, String line) {
        Matcher direction = DIRECTION.matcher(line);
        if (direction.matches()) {
            leftOut.computeIfAbsent(program, first -> new ArrayList<>())
                    .add(direction.group(3) + " " + direction.group(4));
        }
    }

    private String direct(String line, Path typed) {
        Matcher direction = DIRECTION.matcher(line);
        return direction.matches() ? direct(direction, typed) : line;
    }

    /** By the missing program what is not typed for it. */
    Map<String, List<String>> leftOut() {
        return leftOut;
    }

    /** What the screenplay names neither to type it nor to say why not. */
    List<Object> forgotten(Predicate<Block> blocks, Predicate<Inline> inlines) {
        return pages.stream()
                .flatMap(page -> Stream.concat(
                        page.blocks().stream().filter(blocks),
                        page.inlines().stream().filter(inlines).filter(one -> !page.isMarked(one))))
                .filter(each -> !told.contains(each))
                .map(Object.class::cast)
                .toList();
    }

    private String direct(Matcher direction, Path typed) {
        String page = direction.group(3);
        String text = direction.group(4);
        switch (direction.group(2)) {
            case "inline", "query" -> {
                List<Inline> found = inlines(page, text);
                told.addAll(found);
                return typed(direction, typed, found.get(0).line(), List.of(text));
            }
            case "elsewhere" -> told.addAll(blocks(page, text));
            default -> {
                Block block = block(page, text);
                told.add(block);
                return typed(direction, typed, block.line(), Transcript.commands(block));
            }
        }
        return "";
    }

    /** A file of its own, whose lines have the numbers that they have in the page. */
    private static String typed(Matcher direction, Path typed, int line, List<String> commands) {
        String page = direction.group(3);
        try {
            Path file = typed.resolve(page).resolve(Integer.toString(line));
            Files.createDirectories(file.getParent());
            Files.writeString(file, "\n".repeat(line - 1) + String.join("\n", commands) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String how = direction.group(2).matches("sql|query") ? "sql" : "typed";
        return direction.group(1) + how + " " + page + " " + line + direction.group(5);
    }

    private Block block(String page, String beginning) {
        List<Block> found = blocks(page, beginning);
        if (found.size() != 1) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "Expected one block of %s to begin with %s, but %d do",
                    page,
                    beginning,
                    found.size()));
        }
        return found.get(0);
    }

    private List<Block> blocks(String page, String beginning) {
        return page(page).blocks().stream()
                .filter(block -> block.beginsWith(beginning))
                .toList();
    }

    private List<Inline> inlines(String page, String text) {
        List<Inline> found = pages.stream()
                .filter(one -> one.name().equals(page))
                .flatMap(one -> one.inlines().stream())
                .filter(inline -> inline.text().equals(text))
                .toList();
        if (found.isEmpty()) {
            throw new IllegalStateException("Expected the command " + text + " in " + page);
        }
        return found;
    }

    private Page page(String name) {
        return pages.stream()
                .filter(page -> page.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no page " + name));
    }
}
