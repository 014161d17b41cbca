package io.likewire.gateway.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Allows a page's import map, its only inline script, in the Content-Security-Policy without 'unsafe-inline'. */
final class ImportMapHash {
    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

    private ImportMapHash() {}

    /**
     * The source expression for {@code script-src}, quotes included.
     *
     * @param page class path resource, as {@code web/index.html}
     * @throws IllegalStateException without such a page or without an import map in it
     */
    public static String ofPage(String page) {
        try (InputStream html = ImportMapHash.class.getClassLoader().getResourceAsStream(page)) {
            if (html == null) {
                throw new IllegalStateException("Expected a page " + page + " on the class path, but there is none");
            }
            return of(new String(html.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String of(String html) {
        Matcher importMap = IMPORT_MAP.matcher(html.replace("\r\n", "\n"));
        if (!importMap.find()) {
            throw new IllegalStateException("Expected <script type=\"importmap\"> in the page, but there is none");
        }
        byte[] hash = sha256().digest(importMap.group(1).getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
