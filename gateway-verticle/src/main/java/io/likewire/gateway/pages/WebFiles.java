package io.likewire.gateway.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Files of the jar that are read at the start. */
final class WebFiles {
    /** Where each file of the folder is for ever what it is now; another release has another address. */
    static final String ASSETS = "/assets/" + FolderDigest.of("web");

    private static final Pattern ASSET = Pattern.compile("(src|href)=\"(/(?!lib/)[\\w@./-]+\\.(?:js|css|svg|ico))\"");

    private WebFiles() {}

    /** A page whose scripts, styles and icons are those of this release, however long browsers keep them. */
    static String page(String html) {
        return ASSET.matcher(html).replaceAll("$1=\"" + ASSETS + "$2\"");
    }

    static String text(String resource) {
        try (InputStream in = WebFiles.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Expected " + resource + " on the class path, but it is not there");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
