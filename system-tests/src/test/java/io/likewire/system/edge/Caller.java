package io.likewire.system.edge;

import java.io.Closeable;
import java.io.IOException;

/** Sends requests to one of several gateways, and to another one when that leaves. */
interface Caller extends Closeable {
    /** The status of the answer. */
    int send(String method, String path, String token) throws IOException;

    /** After a failure: a connection of this caller alone is not used again. */
    void hangUp() throws IOException;
}
