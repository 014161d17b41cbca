package io.likewire.platform.config;

import io.likewire.platform.log.Redaction;
import java.util.regex.Pattern;

/** A value as operators may read it: without its password. */
final class MaskedValue {
    private static final Pattern PASSWORD_IN_URI = Pattern.compile("(://[^:/@]*):.*@");

    private MaskedValue() {}

    static String of(String name, String value) {
        return Redaction.isSecret(name)
                ? Redaction.gone()
                : Redaction.of(PASSWORD_IN_URI.matcher(value).replaceAll("$1:" + Redaction.gone() + "@"));
    }
}
