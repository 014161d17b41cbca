package io.likewire.auth.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private final Admission admission = new Admission(2);
    private final List<Promise<String>> begun = new ArrayList<>();

    @Test
    void whoComesWhenAllPlacesAreTakenIsRefusedAndBeginsNothing() {
        Future<String> first = come();
        come();
        Future<String> third = come();

        assertThat(begun).hasSize(2);
        assertThat(third.cause()).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.type())
                .isEqualTo(ProblemType.OVERLOADED));

        begun.get(0).complete("done");
        assertThat(first.result()).isEqualTo("done");
        come();
        assertThat(begun).hasSize(3);
    }

    @Test
    void aFailureGivesThePlaceBackToo() {
        come();
        come();
        begun.get(0).fail("wrong");
        come();
        assertThat(begun).hasSize(3);
    }

    private Future<String> come() {
        return admission.admit(() -> {
            Promise<String> promise = Promise.promise();
            begun.add(promise);
            return promise.future();
        });
    }
}
