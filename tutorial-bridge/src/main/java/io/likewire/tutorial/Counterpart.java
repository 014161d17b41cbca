package io.likewire.tutorial;

import io.likewire.platform.config.ConfigException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which of the tutorial's services is there, and so who owns what. */
public enum Counterpart {
    /** Its likes service, beside our products: hears of products, tells of likes. */
    LIKES,
    /** Its products service, beside our likes: tells of products, hears of likes. */
    PRODUCTS,
    /** Somebody who only listens, to both. */
    LISTENER;

    boolean hearsOfProducts() {
        return this != PRODUCTS;
    }

    boolean hearsOfLikes() {
        return this != LIKES;
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
