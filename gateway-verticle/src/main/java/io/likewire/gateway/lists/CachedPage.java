package io.likewire.gateway.lists;

import io.likewire.contracts.products.ProductPage;

/**
 * A page and what was made of it once.
 *
 * @param tag its ETag
 */
public record CachedPage(ProductPage page, String tag) {}
