package io.likewire.cli.rest;

import java.net.ConnectException;
import java.net.URI;
import java.util.Locale;

/** Nobody answered, or not in time. */
public final class Unreachable extends RuntimeException {
    private final boolean mayHaveArrived;

    Unreachable(URI address, String why, boolean mayHaveArrived) {
        super(String.format(Locale.ROOT, "%s can't be reached: %s", address, why));
        this.mayHaveArrived = mayHaveArrived;
    }

    private Unreachable(Unreachable cause, String more) {
        super(cause.getMessage() + more, cause);
        mayHaveArrived = cause.mayHaveArrived;
    }

    static Unreachable unknown(URI address) {
        return new Unreachable(address, "nobody knows its name", false);
    }

    /** The answer of an address ended before it was whole. */
    public static Unreachable midway(URI address) {
        return new Unreachable(address, "the answer broke off", true);
    }

    /** The same, with what can be done. */
    public Unreachable with(String more) {
        return new Unreachable(this, more);
    }

    /** Whether the request may have had its effect all the same. */
    public boolean mayHaveArrived() {
        return mayHaveArrived;
    }

    static Unreachable at(URI address, Throwable failure) {
        String why = failure.getMessage() == null ? "no connection" : failure.getMessage();
        return new Unreachable(address, why, !(failure instanceof ConnectException));
    }
}
