package io.likewire.system.rig;

import io.likewire.servers.testing.TestMySql;
import io.likewire.servers.testing.TestServers;
import io.likewire.system.rig.faults.TcpProxy;
import java.net.URI;
import java.util.List;

/**
 * A cluster whose wires to both databases and to the broker can be cut. All tests of this JVM that kill no process
 * share one; its processes end with the JVM.
 */
public record Wired(Cluster cluster, TcpProxy productsWire, TcpProxy likesWire, TcpProxy brokerWire) {
    /** The broker itself, whatever becomes of the wire. */
    public URI brokerTarget() {
        return brokerWire.target();
    }

    private static final class Holder {
        static final Wired SHARED = start();
    }

    public static Wired shared() {
        return Holder.SHARED;
    }

    private static final class Secure {
        static final Node GATEWAY = shared().cluster.add(Service.GATEWAY, LocalCertificate.settings());
    }

    /** One more gateway of the shared cluster, over TLS with HTTP/2; starts when it is first asked for. */
    public static URI secureGateway() {
        return Secure.GATEWAY.http();
    }

    private static Wired start() {
        TestMySql mysql = TestServers.mysql();
        TcpProxy products = TcpProxy.to(URI.create(mysql.freshDatabase("products")));
        TcpProxy likes = TcpProxy.to(URI.create(mysql.freshDatabase("likes")));
        TcpProxy broker = TcpProxy.to(TestServers.broker().freshUri());
        Cluster cluster =
                Cluster.start(products.uri().toString(), likes.uri().toString(), broker.uri(), List.of(Service.AUTH));
        return new Wired(cluster, products, likes, broker);
    }
}
