package io.likewire.auth;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.contracts.problems.Refusal;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** How something was refused. */
final class Refusals {
    private Refusals() {}

    static Refusal refusal(ThrowingCallable doing) {
        Refusal[] caught = new Refusal[1];
        assertThatThrownBy(doing).isInstanceOfSatisfying(Refusal.class, refusal -> caught[0] = refusal);
        return caught[0];
    }

    static Map<String, List<String>> errors(ThrowingCallable doing) {
        return refusal(doing).errors();
    }
}
