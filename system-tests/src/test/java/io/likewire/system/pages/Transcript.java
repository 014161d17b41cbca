package io.likewire.system.pages;

import io.likewire.system.pages.Page.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is typed of a {@code console} block, where a command stands behind {@code $} and its output below it. */
final class Transcript {
    private Transcript() {}

    /** As many lines as the block has: in the place of an output stands its comparison with what was printed. */
    static List<String> commands(Block block) {
        if (!block.language().equals("console")) {
            return block.lines();
        }
        List<String> commands = new ArrayList<>();
        for (int i = 0; i < block.lines().size(); i++) {
            String line = block.lines().get(i);
            boolean isOutput = !line.startsWith("$ ");
            boolean isFirst = isOutput && block.lines().get(i - 1).startsWith("$ ");
            if (isFirst) {
                commands.add(block.lines().stream()
                        .skip(i)
                        .takeWhile(output -> !output.startsWith("$ "))
                        .map(output -> "'" + output.replace("'", "'\\''") + "'")
                        .collect(Collectors.joining(" ", "shows ", "")));
            } else {
                commands.add(isOutput ? "" : line.substring(2) + " > \"$PRINTED\"");
            }
        }
        return commands;
    }
}
