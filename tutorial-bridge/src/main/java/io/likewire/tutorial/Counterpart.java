package io.likewire.tutorial;

import static io.likewire.tutorial.wire.TutorialMessage.ADMIN;
import static io.likewire.tutorial.wire.TutorialMessage.MAIN;

import io.likewire.contracts.events.LikesEvent;
import io.likewire.platform.config.ConfigException;
import io.likewire.tutorial.domain.BridgedProduct;
import io.likewire.tutorial.wire.TutorialMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which of the tutorial's services is there, and so who owns what. */
public enum Counterpart {
    /** Its likes service, beside our products: hears of products, tells of likes. */
    LIKES(MAIN),
    /** Its products service, beside our likes: tells of products, hears of likes. */
    PRODUCTS(ADMIN),
    /** Somebody who only listens, to both. */
    LISTENER(MAIN, ADMIN);

    private final Set<String> queues;

    Counterpart(String... queues) {
        this.queues = Set.of(queues);
    }

    /** Those that it reads. */
    Set<String> queues() {
        return queues;
    }

    /** Likes of what its service lacks end that service's consumer. */
    List<TutorialMessage> hear(BridgedProduct product, LikesEvent event) {
        return this == PRODUCTS ? product.hearIfKnown(event) : product.hear(event);
    }

    static Counterpart of(String variable, String text) {
        return Arrays.stream(values())
                .filter(one -> one.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new ConfigException(variable + ": expected one of "
                        + Arrays.stream(values())
                                .map(one -> one.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))
                        + ", but got '" + text + "'"));
    }
}
