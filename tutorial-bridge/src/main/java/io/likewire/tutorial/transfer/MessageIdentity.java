package io.likewire.tutorial.transfer;

import com.github.f4b6a3.uuid.UuidCreator;
import io.likewire.contracts.bus.Call;
import io.likewire.contracts.bus.Liker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/** What makes a message of the tutorial, which has no identity, one that can be applied twice without harm. */
public final class MessageIdentity {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private MessageIdentity() {}

    /** A sender that names its messages may send one twice. */
    public static UUID of(String queue, PlainMessage message) {
        return message.messageId() == null ? UuidCreator.getTimeOrderedEpoch() : of(queue + " " + message.messageId());
    }

    /** Always the same for the same name. */
    public static UUID of(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** A command that leaves the same trace however often it is sent: nobody knows who liked, so each like is somebody's. */
    public static Call command(UUID messageIdentity) {
        long deadline = System.currentTimeMillis() + PATIENCE.toMillis();
        return new Call(deadline, messageIdentity, Liker.visitor(messageIdentity), null, null, null);
    }
}
