package io.likewire.benchmarks;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

/** What the bare programs answer, as JSON. */
interface BareData {
    Future<Buffer> one(long product);

    Future<Buffer> list();

    /** Done once it is durable. */
    Future<Void> like(long product, Buffer liker);
}
