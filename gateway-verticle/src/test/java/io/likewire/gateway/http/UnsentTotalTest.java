package io.likewire.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UnsentTotalTest {
    private static final int ANSWER = 100 * 1024;
    private final UnsentTotal total = new UnsentTotal(2 * ANSWER + ANSWER / 2);

    @Test
    void whoHasLetTheGatewayWaitLongestIsCutFirst() {
        EmbeddedChannel first = deaf();
        EmbeddedChannel second = deaf();
        EmbeddedChannel third = deaf();

        assertThat(first.isOpen()).isFalse();
        assertThat(second.isOpen()).isTrue();
        assertThat(third.isOpen()).isTrue();
    }

    @Test
    void whoReadsOrHangsUpMakesRoom() {
        EmbeddedChannel first = deaf();
        first.flush();
        deaf().close();
        EmbeddedChannel third = deaf();
        EmbeddedChannel fourth = deaf();

        assertThat(first.isOpen()).isTrue();
        assertThat(third.isOpen()).isTrue();
        assertThat(fourth.isOpen()).isTrue();
    }

    private EmbeddedChannel deaf() {
        EmbeddedChannel channel = new EmbeddedChannel(new UnsentBytes(Duration.ofMinutes(1), false, total));
        channel.write(Unpooled.wrappedBuffer(new byte[ANSWER]));
        return channel;
    }
}
