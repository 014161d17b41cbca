package io.likewire.system.tracing;

/**
 * A span that arrived.
 *
 * @param attributes one a line, {@code name=text}
 */
record Received(String trace, String id, String parent, String service, String name, String kind, String attributes) {
    boolean is(String wantedService, String wantedKind, String part) {
        return service.equals(wantedService)
                && kind.equals(wantedKind)
                && (name.contains(part) || attributes.contains(part));
    }
}
