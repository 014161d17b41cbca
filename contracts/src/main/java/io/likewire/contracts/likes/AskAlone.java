package io.likewire.contracts.likes;

/** A command of many whose answer would keep the others waiting: it is to be asked singly. */
public final class AskAlone extends RuntimeException {
    public AskAlone() {
        super("to be asked singly", null, false, false);
    }
}
