package io.likewire.platform.config;

import io.likewire.contracts.uris.UriAuthority;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * {@code scheme://user:password@host:port/path}, as far as that can be judged without calling there. The one reader of such
 * settings: what it gives to the clients has all but letters and digits of user and password percent-encoded, since they
 * read URIs each in its own way.
 */
final class ServerUris {
    private ServerUris() {}

    static URI parse(String name, String text, String form, String... schemes) {
        try {
            URI uri = URI.create(text);
            boolean known = List.of(schemes).contains(uri.getScheme());
            if (known && UriAuthority.of(uri).isPresent()) {
                return encoded(uri);
            }
        } catch (IllegalArgumentException e) {
            // the sentence below says it without repeating a password
        }
        throw new ConfigException(name + ": expected " + form + ", but it has another form."
                + " In user and password write @ as %40, / as %2F, # as %23, % as %25 and so on");
    }

    private static URI encoded(URI uri) {
        UriAuthority authority = UriAuthority.of(uri).orElseThrow();
        if (authority.account() == null) {
            return uri;
        }
        String password = authority.account().contains(":") ? ":" + encode(authority.password()) : "";
        String info = encode(authority.user()) + password;
        return URI.create(uri.toString().replaceFirst("://[^/?#]*@", "://" + info + "@"));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }

    /** Somebody who copied an example finds out at the start, not from a stranger. */
    static void refuseExample(String name, URI uri) {
        UriAuthority authority = UriAuthority.of(uri).orElseThrow();
        String password = authority.password();
        if (isLoopback(authority.host()) || password.isEmpty()) {
            return;
        }
        if (ExampleSecrets.isOne(password) || password.equals(authority.user())) {
            throw new ConfigException(name + ": its password is one from an example: choose another,"
                    + " or set DEVELOPMENT=true where nobody else gets in");
        }
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.[0-9]{1,3}){3}");
    }
}
