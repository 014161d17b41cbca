package io.likewire.platform.recovery;

import io.vertx.core.Future;

/** One kind of thing that a service tells once more. */
public interface RepublishSource {
    /**
     * Gives the next rows new versions and leaves their events in the outbox, in one transaction. May run again for the same
     * rows, which then get newer versions.
     *
     * @param id 0 for the first page
     */
    Future<RepublishPage> after(long id);
}
