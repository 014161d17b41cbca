package io.likewire.system.rig.faults;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;

/** One connection through a proxy, in two halves. */
final class Link {
    private final TcpProxy proxy;
    private final NetSocket client;
    private final NetSocket server;
    private Wiretap wiretap;
    private Wiretap.Ear ear;

    Link(TcpProxy proxy, NetSocket client, NetSocket server) {
        this.proxy = proxy;
        this.client = client;
        this.server = server;
    }

    void open() {
        client.handler(said -> pass(said, server, ear().mayAsk(said)));
        server.handler(said -> pass(said, client, ear().mayAnswer()));
        client.closeHandler(end -> close());
        server.closeHandler(end -> close());
        client.resume();
    }

    /** Also of a connection that is older than the wiretap. */
    private Wiretap.Ear ear() {
        if (wiretap != proxy.wiretap()) {
            wiretap = proxy.wiretap();
            ear = wiretap.newEar();
        }
        return ear;
    }

    private void pass(Buffer said, NetSocket to, boolean allowed) {
        if (allowed) {
            proxy.pass(said, to);
        } else {
            close();
        }
    }

    void close() {
        proxy.forget(this);
        client.close();
        server.close();
    }
}
