package io.likewire.system.rig.ledger;

/** What a caller asks for. */
public enum Wish {
    LIKE,
    UNLIKE,
    READ
}
