package io.likewire.system.rig.ledger;

/**
 * Whether a like may or must be in the table. Requests for it went one at a time, so the last definite answer says
 * what must be; one without an answer may still take effect at any later moment, so it widens that for good.
 */
final class Expectation {
    private boolean present;
    private boolean unliked;
    private boolean perhapsLiked;
    private boolean perhapsUnliked;
    private boolean contradicted;

    void learn(Entry entry) {
        boolean like = entry.wish() == Wish.LIKE;
        switch (entry.outcome()) {
            case ACCEPTED -> {
                present = like;
                unliked = !like;
            }
            case PRESENT -> {
                contradicted |= !mayBePresent();
                present = true;
            }
            case UNKNOWN -> {
                perhapsLiked |= like;
                perhapsUnliked |= !like;
            }
            case REJECTED -> {}
        }
    }

    private boolean mayBePresent() {
        return present || perhapsLiked;
    }

    private boolean mayBeAbsent() {
        return !present || perhapsUnliked;
    }

    /** What was accepted, like or unlike, is not what the table says. */
    boolean isLost(boolean row) {
        return row ? !mayBePresent() && unliked : !mayBeAbsent();
    }

    /** A row that no request can have made, or "already liked" for a like that nobody can have made. */
    boolean isUnexpected(boolean row) {
        return contradicted || row && !mayBePresent() && !unliked;
    }

    /** The caller never learned that it was done. */
    boolean isRecovered(boolean row) {
        return row && mayBePresent() && mayBeAbsent();
    }
}
