package io.likewire.system.mutations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The mutations fit the sources of today, so that {@code -Pmutations} tries what it says. */
@Tag("full")
class MutationsFitIT {
    static Stream<Mutation> mutations() {
        return Mutations.all();
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void eachCompilesAndItsTestIsThere(Mutation mutation) throws IOException, ClassNotFoundException {
        assertThat(Mutant.of(mutation)).isNotEmptyDirectory();
        String[] test = mutation.catcher().split("#");
        assertThat(Arrays.stream(Class.forName(test[0]).getDeclaredMethods()))
                .extracting(method -> method.getName())
                .contains(test[1]);
    }
}
