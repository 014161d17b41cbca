package io.likewire.gateway.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** What browsers may do with our answers, on every one of them. */
public final class SecurityHeaders {
    private static final CharSequence CSP = HttpHeaders.createOptimized("Content-Security-Policy");
    private static final CharSequence CSP_VALUE = HttpHeaders.createOptimized("default-src 'none'; script-src 'self' "
            + ImportMapHash.ofPage("web/index.html")
            + "; style-src 'self'; img-src 'self' http: https:; connect-src 'self'; font-src 'self'; "
            + "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
    private static final CharSequence SNIFFING = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NO_SNIFFING = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence REFERRER = HttpHeaders.createOptimized("Referrer-Policy");
    private static final CharSequence NO_REFERRER = HttpHeaders.createOptimized("no-referrer");
    private static final CharSequence PERMISSIONS = HttpHeaders.createOptimized("Permissions-Policy");
    private static final CharSequence NO_PERMISSIONS =
            HttpHeaders.createOptimized("camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    private static final CharSequence OPENER = HttpHeaders.createOptimized("Cross-Origin-Opener-Policy");
    private static final CharSequence RESOURCE = HttpHeaders.createOptimized("Cross-Origin-Resource-Policy");
    private static final CharSequence SAME_ORIGIN = HttpHeaders.createOptimized("same-origin");
    private static final CharSequence CROSS_ORIGIN = HttpHeaders.createOptimized("cross-origin");
    private static final String PICTURES = "/images/";

    private static final CharSequence TRANSPORT = HttpHeaders.createOptimized("Strict-Transport-Security");
    private static final CharSequence TLS_FOR_A_YEAR = HttpHeaders.createOptimized("max-age=31536000");

    private SecurityHeaders() {}

    static void set(HttpServerRequest request) {
        MultiMap headers = request.response().headers();
        if (request.isSSL()) {
            headers.set(TRANSPORT, TLS_FOR_A_YEAR);
        }
        headers.set(CSP, CSP_VALUE);
        headers.set(SNIFFING, NO_SNIFFING);
        headers.set(REFERRER, NO_REFERRER);
        headers.set(PERMISSIONS, NO_PERMISSIONS);
        headers.set(OPENER, SAME_ORIGIN);
        headers.set(RESOURCE, isPicture(request.uri()) ? CROSS_ORIGIN : SAME_ORIGIN);
    }

    /** Other sites may show pictures of products. */
    private static boolean isPicture(String target) {
        return target != null && target.startsWith(PICTURES);
    }
}
