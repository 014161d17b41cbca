package io.likewire.system.rig.faults;

import io.vertx.core.buffer.Buffer;

/** Hears what goes through a proxy, and may end a connection at a certain word. */
public interface Wiretap {
    Wiretap NONE = () -> new Ear() {
        @Override
        public boolean mayAsk(Buffer said) {
            return true;
        }

        @Override
        public boolean mayAnswer() {
            return true;
        }
    };

    /** For a new connection. */
    Ear newEar();

    /** One connection's. */
    interface Ear {
        /** Whether the server may hear this; if not, the connection ends. */
        boolean mayAsk(Buffer said);

        /** Whether the client may hear the server's next words; if not, the connection ends. */
        boolean mayAnswer();
    }
}
