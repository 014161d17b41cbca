package io.likewire.cli.commands;

import io.likewire.cli.rest.Unreachable;
import java.util.UUID;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The key of one call: what is asked again with it, in this call or by the next, has its effect once. */
final class IdempotencyKey {
    private static final String FORM = "[A-Za-z0-9._-]{1,200}";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--idempotency-key",
            paramLabel = "KEY",
            description = "That of a call whose answer was lost, to repeat it")
    private String given;

    /** @throws Unreachable with the key, where nobody knows whether it was done */
    <T> T once(Function<String, T> call) {
        if (given != null && !given.matches(FORM)) {
            throw new ParameterException(
                    command.commandLine(), "--idempotency-key is 1 to 200 of letters, digits and . _ -");
        }
        String key = given == null ? UUID.randomUUID().toString() : given;
        try {
            return call.apply(key);
        } catch (Unreachable e) {
            throw e.mayHaveArrived() ? e.with("; it may be done: repeat it with --idempotency-key " + key) : e;
        }
    }
}
