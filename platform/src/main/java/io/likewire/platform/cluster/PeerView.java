package io.likewire.platform.cluster;

import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;

/** What one node knows from its last question to another one. On the wire it is the name. */
enum PeerView {
    /** It answered. */
    REACHED,
    /** Nobody serves its address. */
    ABSENT,
    /** No answer in time. */
    SILENT,
    /** It was not asked, or the one who asked reaches nobody and is no witness. */
    UNKNOWN;

    static PeerView of(Throwable failure) {
        return failure instanceof ReplyException reply && reply.failureType() == ReplyFailure.NO_HANDLERS
                ? ABSENT
                : SILENT;
    }

    static PeerView parse(Object name) {
        for (PeerView peerView : values()) {
            if (peerView.name().equals(name)) {
                return peerView;
            }
        }
        return UNKNOWN;
    }
}
