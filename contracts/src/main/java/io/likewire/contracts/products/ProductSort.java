package io.likewire.contracts.products;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** How a list is ordered. Among equals the order is that of the ids, in the same direction. */
public enum ProductSort {
    ID("id"),
    MOST_LIKED("-likes"),
    TITLE("title"),
    NEWEST("-createdAt"),
    ID_DESCENDING("-id"),
    LEAST_LIKED("likes"),
    TITLE_DESCENDING("-title"),
    OLDEST("createdAt");

    private static final Instant FIRST_DAY = Instant.parse("1000-01-01T00:00:00Z");
    private static final Instant LAST_DAY = Instant.parse("9999-12-31T00:00:00Z");
    private final String wireName;

    ProductSort(String wireName) {
        this.wireName = wireName;
    }

    /** As in {@code ?sort=}: a minus is for descending. */
    public String wireName() {
        return wireName;
    }

    public static Optional<ProductSort> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(sort -> sort.wireName.equals(name))
                .findFirst();
    }

    /** What of a product this order compares, as text; empty where the id is all. */
    public String keyOf(Product product) {
        return switch (this) {
            case ID, ID_DESCENDING -> "";
            case MOST_LIKED, LEAST_LIKED -> Long.toString(product.likes());
            case TITLE, TITLE_DESCENDING -> product.title();
            case NEWEST, OLDEST -> product.createdAt().toString();
        };
    }

    /** Whether {@code key} may have come from {@link #keyOf}. */
    public boolean understands(String key) {
        try {
            return switch (this) {
                case ID, ID_DESCENDING -> key.isEmpty();
                case MOST_LIKED, LEAST_LIKED -> Long.parseLong(key) >= 0;
                case TITLE, TITLE_DESCENDING -> !key.isEmpty();
                case NEWEST, OLDEST -> isStorable(Instant.parse(key));
            };
        } catch (NumberFormatException | DateTimeException unreadable) {
            return false;
        }
    }

    private static boolean isStorable(Instant instant) {
        return !instant.isBefore(FIRST_DAY) && !instant.isAfter(LAST_DAY);
    }
}
