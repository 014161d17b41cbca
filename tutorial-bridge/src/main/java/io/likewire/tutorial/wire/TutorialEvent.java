package io.likewire.tutorial.wire;

import io.likewire.contracts.events.MalformedEvent;
import java.util.Arrays;
import java.util.Locale;

/** What the tutorial's services say to each other; the name travels as AMQP property {@code content_type}. */
public enum TutorialEvent {
    PRODUCT_CREATED,
    PRODUCT_UPDATED,
    PRODUCT_DELETED,
    PRODUCT_LIKED;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static TutorialEvent of(String contentType) {
        return Arrays.stream(values())
                .filter(event -> event.wireName().equals(contentType))
                .findFirst()
                .orElseThrow(() -> new MalformedEvent("Expected an event as content_type, but got " + contentType));
    }
}
