package io.likewire.contracts.events;

/** A message that can never be applied, whoever reads it: not JSON, wrong types, impossible values. */
public final class MalformedEvent extends RuntimeException {
    public MalformedEvent(String reason) {
        super(reason, null, false, false);
    }
}
