package io.likewire.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeldTotalTest {
    private static final int ANSWER = 100 * 1024;
    private final HeldTotal total = new HeldTotal(2 * ANSWER + ANSWER / 2);

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
    void whoHoldsMostIsCutBeforeWhoHoldsLittleForLonger() {
        HeldBytes patient = new HeldBytes(Duration.ofMinutes(1), total);
        HeldBytes greedy = new HeldBytes(Duration.ofMinutes(1), total);
        EmbeddedChannel first = new EmbeddedChannel(patient);
        EmbeddedChannel second = new EmbeddedChannel(greedy);
        patient.hold(10_000);
        greedy.hold(3 * ANSWER);

        assertThat(first.isOpen()).isTrue();
        assertThat(second.isOpen()).isFalse();
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

    /** Each of them is below the mark from which on a connection takes no more. */
    @Test
    void littleInManyConnectionsIsMuch() {
        List<Deaf> many = IntStream.range(0, 10).mapToObj(n -> new Deaf(total)).toList();
        many.forEach(channel -> channel.writeAndFlush(Unpooled.wrappedBuffer(new byte[ANSWER * 2 / 5])));

        assertThat(many)
                .extracting(Deaf::isOpen)
                .containsExactly(false, false, false, false, true, true, true, true, true, true);
    }

    @Test
    void whatIsWrittenLaterCountsToo() {
        List<Deaf> three = IntStream.range(0, 3).mapToObj(n -> new Deaf(total)).toList();
        three.get(0).writeAndFlush(Unpooled.wrappedBuffer(new byte[ANSWER]));
        three.get(0).writeAndFlush(Unpooled.wrappedBuffer(new byte[ANSWER]));
        three.get(1).writeAndFlush(Unpooled.wrappedBuffer(new byte[ANSWER]));

        assertThat(three).extracting(Deaf::isOpen).containsExactly(false, true, true);
    }

    @Test
    void whoHasTakenEverythingMeanwhileIsNotCut() {
        Deaf first = new Deaf(total);
        Deaf second = new Deaf(total);
        first.writeAndFlush(Unpooled.wrappedBuffer(new byte[ANSWER / 2]));
        first.takes = true;
        first.unsafe().flush();
        second.writeAndFlush(Unpooled.wrappedBuffer(new byte[ANSWER]));
        second.writeAndFlush(Unpooled.wrappedBuffer(new byte[ANSWER]));
        second.writeAndFlush(Unpooled.wrappedBuffer(new byte[ANSWER / 4]));

        assertThat(first.isOpen()).isTrue();
        assertThat(second.isOpen()).isTrue();
    }

    /** Encrypted bytes wait outside of the heap, which may be the smaller part. */
    @Test
    void theSmallerShareOfHeapAndBuffersCounts() {
        assertThat(HeldTotal.most(400, 3_000)).isEqualTo(100);
        assertThat(HeldTotal.most(4_000, 300)).isEqualTo(100);
    }

    private EmbeddedChannel deaf() {
        EmbeddedChannel channel = new EmbeddedChannel(new HeldBytes(Duration.ofMinutes(1), total));
        channel.write(Unpooled.wrappedBuffer(new byte[ANSWER]));
        return channel;
    }

    /** A channel whose system takes nothing until told so. */
    private static final class Deaf extends EmbeddedChannel {
        private boolean takes;

        Deaf(HeldTotal total) {
            super(new HeldBytes(Duration.ofMinutes(1), total));
        }

        @Override
        protected void doWrite(ChannelOutboundBuffer buffer) throws Exception {
            if (takes) {
                super.doWrite(buffer);
            }
        }
    }
}
