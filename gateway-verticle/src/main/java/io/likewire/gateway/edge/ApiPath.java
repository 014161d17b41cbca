package io.likewire.gateway.edge;

/** Addresses of the API, which answer with a slash at their end as they do without. */
public final class ApiPath {
    private ApiPath() {}

    /** Whether it is one of the API's. */
    public static boolean is(String path) {
        return path.startsWith("/api/") || path.startsWith("/flask/");
    }

    /** Without the slash, if it is one of the API's. */
    public static String plain(String path) {
        return is(path) && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
