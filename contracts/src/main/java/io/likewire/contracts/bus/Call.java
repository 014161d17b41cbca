package io.likewire.contracts.bus;

import io.vertx.core.MultiMap;
import java.time.Duration;
import java.util.UUID;

/**
 * What travels in the headers of a bus request, beside the JSON body.
 *
 * @param deadline epoch milliseconds after which nobody waits for the answer; expired work is dropped unseen
 * @param commandId the gateway's mark on a command: the same id twice has one effect and one answer; null for questions
 * @param liker on whose behalf; null where nobody is needed
 * @param ifMatch the versions the caller expects to change; null for any
 * @param idempotencyKey the client's own mark on a command, and what it stands for; may be null
 * @param traceparent W3C trace context; may be null
 */
public record Call(
        long deadline, UUID commandId, Liker liker, IfMatch ifMatch, RequestKey idempotencyKey, String traceparent) {

    /** A question, which may be asked twice. */
    public static Call question(Duration patience) {
        return new Call(System.currentTimeMillis() + patience.toMillis(), null, null, null, null, null);
    }

    /** A command with a fresh id, which makes it safe to send twice. */
    public static Call command(Duration patience) {
        return new Call(System.currentTimeMillis() + patience.toMillis(), UUID.randomUUID(), null, null, null, null);
    }

    public Call by(Liker newLiker) {
        return new Call(deadline, commandId, newLiker, ifMatch, idempotencyKey, traceparent);
    }

    public Call ifMatch(IfMatch expected) {
        return new Call(deadline, commandId, liker, expected, idempotencyKey, traceparent);
    }

    public Call keyed(RequestKey key) {
        return new Call(deadline, commandId, liker, ifMatch, key, traceparent);
    }

    /** The same call with an earlier deadline, where one's own patience is shorter than the caller's. */
    public Call within(Duration patience) {
        return until(Math.min(deadline, System.currentTimeMillis() + patience.toMillis()));
    }

    /** The same call with an earlier deadline, in epoch milliseconds. */
    public Call until(long sooner) {
        return new Call(sooner, commandId, liker, ifMatch, idempotencyKey, traceparent);
    }

    public Call traced(String newTraceparent) {
        return new Call(deadline, commandId, liker, ifMatch, idempotencyKey, newTraceparent);
    }

    /** Milliseconds left; zero or less when nobody waits any more. */
    public long remaining() {
        return deadline - System.currentTimeMillis();
    }

    public boolean expired() {
        return remaining() <= 0;
    }

    void writeTo(MultiMap headers) {
        headers.set("deadline", Long.toString(deadline));
        set(headers, "command-id", commandId);
        set(headers, "principal", liker);
        set(headers, "if-match", ifMatch);
        set(headers, "idempotency-key", idempotencyKey);
        set(headers, "traceparent", traceparent);
    }

    static Call readFrom(MultiMap headers) {
        String command = headers.get("command-id");
        String principal = headers.get("principal");
        String ifMatch = headers.get("if-match");
        String key = headers.get("idempotency-key");
        return new Call(
                Long.parseLong(headers.get("deadline")),
                command == null ? null : UUID.fromString(command),
                principal == null ? null : Liker.parse(principal),
                ifMatch == null ? null : IfMatch.parse(ifMatch),
                key == null ? null : RequestKey.parse(key),
                headers.get("traceparent"));
    }

    private static void set(MultiMap headers, String name, Object value) {
        if (value != null) {
            headers.set(name, value.toString());
        }
    }
}
