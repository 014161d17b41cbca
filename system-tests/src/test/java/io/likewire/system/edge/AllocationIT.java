package io.likewire.system.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Memory;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Visitor;
import io.likewire.system.rig.Wired;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a request allocates in the gateway and in the services together. Unlike time it hardly depends on the machine, so that
 * a request that has become much dearer fails the build. Measured, with what the nodes do meanwhile: 10 KB for a
 * read, 78 KB for a like.
 */
@Tag("full")
class AllocationIT {
    private static final int REQUESTS = 1_000;
    private static final int PRODUCTS = 50;
    private final Wired wired = Wired.shared();
    private final Rest rest = wired.cluster().rest();
    private final List<Long> products = IntStream.range(0, PRODUCTS)
            .mapToObj(i -> rest.create("Counted " + i))
            .toList();

    @Test
    void aReadStaysCheap() {
        assertThat(kilobytes(i -> rest.get("/api/products/" + products.get(i % PRODUCTS))))
                .isBetween(2L, 30L);
    }

    @Test
    void aLikeStaysCheap() {
        List<Visitor> visitors = IntStream.range(0, 2 * REQUESTS / PRODUCTS)
                .mapToObj(i -> rest.newVisitor())
                .toList();

        assertThat(kilobytes(i -> visitors.get(i / PRODUCTS).like(products.get(i % PRODUCTS))))
                .isBetween(10L, 180L);
    }

    /** For one request, after as many to warm up. */
    private long kilobytes(IntConsumer request) {
        IntStream.range(0, REQUESTS).forEach(request);
        long before = allocated();
        IntStream.range(REQUESTS, 2 * REQUESTS).forEach(request);
        return (allocated() - before) / REQUESTS / 1024;
    }

    private long allocated() {
        return wired.cluster().nodes().stream()
                .mapToLong(node -> Memory.allocated(node.process().pid()))
                .sum();
    }
}
