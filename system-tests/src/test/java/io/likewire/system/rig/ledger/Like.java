package io.likewire.system.rig.ledger;

import java.util.Locale;
import java.util.UUID;

/** Somebody and a product: there is a row for them, or none. */
public record Like(long product, UUID liker) {
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s likes %d", liker, product);
    }
}
