package io.likewire.contracts.events;

/** A message that can never be applied, whoever reads it: not JSON, wrong types, impossible values. */
public final class MalformedFact extends RuntimeException {
    public MalformedFact(String reason) {
        super(reason, null, false, false);
    }
}
