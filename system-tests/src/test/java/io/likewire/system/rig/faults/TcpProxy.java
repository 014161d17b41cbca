package io.likewire.system.rig.faults;

import io.likewire.servers.LoopbackPort;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Stands between a service and a server, and cuts, delays or swallows what goes through. */
public final class TcpProxy implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final NetClient client = vertx.createNetClient();
    private final NetServer server = vertx.createNetServer();
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final URI target;
    private final int port = LoopbackPort.findFree();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile Wiretap wiretap = Wiretap.NONE;
    private volatile boolean cut;
    private final AtomicLong swallowed = new AtomicLong();
    private volatile boolean swallowing;
    private volatile long delayMillis;

    private TcpProxy(URI target) {
        this.target = target;
    }

    public static TcpProxy to(URI target) {
        TcpProxy proxy = new TcpProxy(target);
        proxy.server.connectHandler(proxy::connect);
        proxy.server.listen(proxy.port, "127.0.0.1").await();
        return proxy;
    }

    /** The target's address, by way of this. */
    public URI uri() {
        return URI.create(target.toString().replace(":" + target.getPort(), ":" + port));
    }

    /** How often somebody tried while it was cut. */
    public int refused() {
        return refused.get();
    }

    /** What stands behind this. */
    public URI target() {
        return target;
    }

    /** Looks at all that clients say from now on. */
    public void listen(Wiretap newWiretap) {
        wiretap = newWiretap;
    }

    /** Ends all connections and takes no new ones. */
    public void cut() {
        cut = true;
        links.forEach(Link::close);
    }

    /** What is said is heard by nobody; connections stay open. */
    public void swallow() {
        swallowing = true;
    }

    /** How many bytes nobody has heard. */
    public long swallowed() {
        return swallowed.get();
    }

    /** What is said is heard later. */
    public void delay(Duration duration) {
        delayMillis = duration.toMillis();
    }

    /** Goes on as if nothing had been; connections that lost something are ended. */
    public void heal() {
        if (swallowing) {
            links.forEach(Link::close);
        }
        cut = false;
        swallowing = false;
        delayMillis = 0;
    }

    private void connect(NetSocket from) {
        if (cut) {
            refused.incrementAndGet();
            from.close();
            return;
        }
        from.pause();
        client.connect(target.getPort(), target.getHost())
                .onSuccess(to -> open(new Link(this, from, to)))
                .onFailure(refused -> from.close());
    }

    private void open(Link link) {
        links.add(link);
        link.open();
    }

    void forget(Link link) {
        links.remove(link);
    }

    Wiretap wiretap() {
        return wiretap;
    }

    /** Brings words to the other side, or not, or later. */
    void pass(Buffer said, NetSocket to) {
        if (swallowing) {
            swallowed.addAndGet(said.length());
        } else if (delayMillis > 0) {
            vertx.setTimer(delayMillis, later -> to.write(said));
        } else {
            to.write(said);
        }
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
