package io.likewire.cli.commands;

import io.likewire.cli.rest.ErrorResponse;
import java.util.Set;
import picocli.CommandLine.Option;

/** Asks whoever sits at a terminal before something is changed for many or for good. Scripts are not asked. */
final class Confirmation {
    private static final Set<String> YES = Set.of("y", "Y", "yes", "Yes", "YES");

    @Option(
            names = {"-y", "--yes"},
            description = "Doesn't ask first; without a terminal nobody is asked")
    private boolean given;

    boolean isNeeded(Likewire tool) {
        return !given && tool.terminal().isPresent();
    }

    /** @throws ErrorResponse when the answer is no, or none */
    void ask(Likewire tool, String question) {
        if (isNeeded(tool)) {
            String answer = tool.terminal().orElseThrow().ask(question + " [y/N] ");
            if (answer == null || !YES.contains(answer.strip())) {
                throw new ErrorResponse("Nothing was changed");
            }
        }
    }
}
