package io.likewire.gateway.lists;

import io.likewire.contracts.products.ProductPosition;
import io.likewire.contracts.products.ProductQuery;
import io.likewire.contracts.products.ProductSort;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The Link header (RFC 8288) to the page behind a page: the same question, from the next place on. */
public final class NextLink {
    private NextLink() {}

    public static String of(String path, ProductQuery query, ProductPosition next) {
        StringBuilder link =
                new StringBuilder("<").append(path).append("?limit=").append(query.limit());
        if (query.sort() != ProductSort.ID) {
            link.append("&sort=").append(query.sort().wireName());
        }
        if (query.search() != null) {
            link.append("&q=").append(encode(query.search().text()));
        }
        if (query.total()) {
            link.append("&total=true");
        }
        return link.append("&after=")
                .append(Cursor.print(next, query.sort(), query.search()))
                .append(">; rel=\"next\"")
                .toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
