package io.likewire.gateway.lists;

import io.likewire.contracts.products.ProductPage;

/**
 * A page and what was made of it once.
 *
 * @param tag its ETag
 * @param asked when it was asked for, by the clock of {@link System#nanoTime()}
 */
public record CachedPage(ProductPage page, String tag, long asked) {
    private static final int USUAL_OVERHEAD = 500;

    int weight() {
        return page.json().length() + USUAL_OVERHEAD;
    }
}
