package io.likewire.gateway.pages;

import java.util.Map;
import java.util.regex.Pattern;

/** Which addresses are pages, and which file is the page at one that is no file's name. */
final class PageFiles {
    private static final Map<String, String> PAGES = Map.of(
            "/", "/index.html",
            "/admin", "/admin.html",
            "/admin/users", "/admin.html",
            "/admin/operations", "/admin.html",
            "/likes", "/index.html",
            "/account", "/index.html",
            "/embed", "/embed.html");

    private static final Pattern PRINTED = Pattern.compile("/docs|/problems(/[a-z-]+)?|/products/[1-9]\\d{0,15}");

    private PageFiles() {}

    /** The address itself when it is not that of a page. */
    static String file(String address) {
        return PAGES.getOrDefault(address, address);
    }

    static boolean isPage(String address) {
        return PAGES.containsKey(address) || PRINTED.matcher(address).matches();
    }
}
