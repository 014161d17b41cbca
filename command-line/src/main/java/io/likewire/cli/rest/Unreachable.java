package io.likewire.cli.rest;

import java.net.URI;
import java.util.Locale;

/** Nobody answered, or not in time. */
public final class Unreachable extends RuntimeException {
    Unreachable(URI address, String why) {
        super(String.format(Locale.ROOT, "%s can't be reached: %s", address, why));
    }

    static Unreachable at(URI address, Throwable failure) {
        String why = failure.getMessage() == null ? "no connection" : failure.getMessage();
        return new Unreachable(address, why);
    }
}
