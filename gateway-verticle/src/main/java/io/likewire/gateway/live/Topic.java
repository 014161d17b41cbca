package io.likewire.gateway.live;

/** What a socket can register. Its state can be told in one frame at any time, so that slow sockets lose nothing. */
interface Topic {
    /** The state as a frame; the same object for all sockets. Null when nothing is known. */
    Frame frame();

    void add(SocketSession session);

    void remove(SocketSession session);
}
