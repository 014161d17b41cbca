package io.likewire.contracts.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Names on the wire: brokers hold queues of these names, with messages of earlier releases in them. */
class BrokerNamesTest {
    @Test
    void theyNeverChange() {
        assertThat(Arrays.stream(BrokerNames.class.getFields())
                        .filter(field -> field.getType() == String.class)
                        .map(BrokerNamesTest::value))
                .containsExactlyInAnyOrder(
                        "likewire.events",
                        "likewire.unrouted",
                        "likewire.parked",
                        "likes.product-events",
                        "products.like-events",
                        "tutorial.facts",
                        "tutorial.liked",
                        "tutorial.products");
    }

    private static String value(Field field) {
        try {
            return Objects.toString(field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
