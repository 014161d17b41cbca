package io.likewire.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** TCP ports of this machine's loopback interface, below the range the kernel gives to outgoing connections. */
public final class LoopbackPort {
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_767;
    private static final int COUNT = HIGHEST - LOWEST + 1;
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

    private LoopbackPort() {}

    /** A port that nobody listens on, different at each call. */
    public static int findFree() {
        for (int attempt = 0; attempt < COUNT; attempt++) {
            int port = LOWEST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
            if (isFree(port)) {
                return port;
            }
        }
        throw new ServerStartException("No free port between " + LOWEST + " and " + HIGHEST + ": end some programs");
    }

    /** Whether a server could listen on the port now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** The port itself, or a free one for 0. Throws {@link ServerStartException} if it is taken. */
    static int choose(String server, int port) {
        if (port == 0) {
            return findFree();
        }
        if (!isFree(port)) {
            throw new ServerStartException(server + " cannot listen on port " + port
                    + ": another program uses it; end that program or choose another port");
        }
        return port;
    }
}
