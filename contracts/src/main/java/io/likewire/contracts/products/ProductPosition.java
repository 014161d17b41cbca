package io.likewire.contracts.products;

/**
 * A place in a list: right after a product, whether or not it is still there.
 *
 * @param key what the list is ordered by, as {@link ProductSort#keyOf} says
 * @param id decides among equal keys
 */
public record ProductPosition(String key, long id) {
    public static ProductPosition of(ProductSort sort, Product product) {
        return new ProductPosition(sort.keyOf(product), product.id());
    }
}
