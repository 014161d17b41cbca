package io.likewire.system.contract;

import io.netty.handler.codec.http.HttpHeaders;

/** What came back over the wire. */
record RawAnswer(int status, HttpHeaders headers, String text) {
    String header(String name) {
        return headers.get(name);
    }

    /** Without parameters; null when there is none. */
    String mediaType() {
        String type = header("content-type");
        return type == null ? null : type.split(";", 2)[0].strip();
    }
}
