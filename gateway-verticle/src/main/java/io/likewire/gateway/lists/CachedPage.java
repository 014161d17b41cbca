package io.likewire.gateway.lists;

import io.likewire.contracts.products.ProductPage;
import io.likewire.gateway.edge.ResponseBody;

/**
 * A page and what was made of it once.
 *
 * @param tag its ETag
 */
public record CachedPage(ProductPage page, String tag, ResponseBody body) {
    static CachedPage of(ProductPage page) {
        return new CachedPage(page, ETags.of(page.json()), new ResponseBody(page.json()));
    }
}
