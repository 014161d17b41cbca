package io.likewire.gateway.lists;

/**
 * An entity tag (RFC 9110, 8.8.3).
 *
 * @param opaque what stands between the quotes
 */
record EntityTag(boolean weak, String opaque) {}
