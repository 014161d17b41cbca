package io.likewire.gateway.pages;

import java.util.Map;
import java.util.regex.Pattern;

/** Which file is the page at an address that is no file's name. */
final class PageFiles {
    private static final Map<String, String> PAGES = Map.of(
            "/", "/index.html",
            "/admin", "/admin.html",
            "/admin/users", "/admin.html",
            "/admin/operations", "/admin.html",
            "/likes", "/index.html",
            "/account", "/index.html",
            "/embed", "/embed.html");

    /** A page that then asks whether there is such a product. */
    private static final Pattern PRODUCT = Pattern.compile("/products/[1-9]\\d{0,15}");

    private PageFiles() {}

    /** The address itself when it is not that of a page. */
    static String file(String address) {
        return PRODUCT.matcher(address).matches() ? PAGES.get("/") : PAGES.getOrDefault(address, address);
    }
}
