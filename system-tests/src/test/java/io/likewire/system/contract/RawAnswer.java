package io.likewire.system.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What came back over the wire; the names of headers are in lower case. */
record RawAnswer(int status, Map<String, List<String>> headers, byte[] body) {
    String header(String name) {
        List<String> values = headers.get(name.toLowerCase());
        return values == null ? null : values.get(0);
    }

    /** Without parameters; null when there is none. */
    String mediaType() {
        String type = header("content-type");
        return type == null ? null : type.split(";", 2)[0].strip();
    }

    boolean isStream() {
        return "text/event-stream".equals(mediaType());
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
