package io.likewire.contracts.likes;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.bus.Liker;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Many likes in one bus message, and their answers in the same order. Each command: a byte that is 1 for a like and 0 for an
 * unlike, product (8 bytes), liker (16), command id (16), deadline (8, epoch milliseconds), and two texts with their length in a byte:
 * request id and traceparent. Each answer: {@link #REFUSED} with bus code (4) and sentence (length in 2 bytes), {@link #DONE} with a byte
 * of flags, count and version (8 each), or {@link #ALONE}.
 */
final class LikeCommands {
    private static final byte REFUSED = 0;
    private static final byte DONE = 1;
    private static final byte ALONE = 2;
    private static final int LIKED = 1;
    private static final int CHANGED = 2;
    private static final int REPLAYED = 4;
    private static final int ID_BYTES = 16;

    /** Of a command without its texts. */
    private static final int FIXED_BYTES = 1 + Long.BYTES + ID_BYTES + ID_BYTES + Long.BYTES + 2;

    private static final int MOST_TEXT = 255;
    private static final int MOST_SENTENCE = 1_000;

    /**
     * @param like false: unlike
     * @param requestId on whose behalf; may be null
     */
    record Command(boolean like, long productId, Call call, String requestId) {}

    private LikeCommands() {}

    static Buffer write(List<Command> commands) {
        Buffer buffer = Buffer.buffer(commands.size() * 128);
        for (Command command : commands) {
            Call call = command.call();
            buffer.appendByte((byte) (command.like() ? 1 : 0))
                    .appendLong(command.productId())
                    .appendBytes(call.liker().bytes())
                    .appendLong(call.commandId().getMostSignificantBits())
                    .appendLong(call.commandId().getLeastSignificantBits())
                    .appendLong(call.deadline());
            text(buffer, command.requestId());
            text(buffer, call.traceparent());
        }
        return buffer;
    }

    /** How many bytes it takes. */
    static int size(Command command) {
        return FIXED_BYTES + length(command.requestId()) + length(command.call().traceparent());
    }

    private static int length(String text) {
        return text == null ? 0 : text.length();
    }

    static List<Command> read(Buffer buffer) {
        List<Command> commands = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(buffer.getBytes());
        while (in.hasRemaining()) {
            boolean like = in.get() == 1;
            long productId = in.getLong();
            Liker liker = Liker.of(bytes(in, ID_BYTES));
            UUID commandId = new UUID(in.getLong(), in.getLong());
            long deadline = in.getLong();
            String requestId = text(in, in.get() & 0xff);
            String traceparent = text(in, in.get() & 0xff);
            Call call = new Call(deadline, commandId, liker, null, null, traceparent);
            commands.add(new Command(like, productId, call, requestId));
        }
        return commands;
    }

    /** @param answers complete ones */
    static Buffer writeAnswers(List<Future<LikeOutcome>> answers) {
        Buffer buffer = Buffer.buffer(answers.size() * 18);
        answers.forEach(answer -> write(buffer, answer));
        return buffer;
    }

    private static void write(Buffer buffer, AsyncResult<LikeOutcome> answer) {
        if (answer.succeeded()) {
            LikeOutcome outcome = answer.result();
            int flags = (outcome.liked() ? LIKED : 0)
                    | (outcome.changed() ? CHANGED : 0)
                    | (outcome.replayed() ? REPLAYED : 0);
            buffer.appendByte(DONE)
                    .appendByte((byte) flags)
                    .appendLong(outcome.count().likes())
                    .appendLong(outcome.count().version());
        } else if (answer.cause() instanceof AskAlone) {
            buffer.appendByte(ALONE);
        } else {
            Refusal refusal = answer.cause() instanceof Refusal known ? known : internal();
            byte[] sentence = refusal.toBus().getBytes(StandardCharsets.UTF_8);
            int length = Math.min(MOST_SENTENCE, sentence.length);
            buffer.appendByte(REFUSED)
                    .appendInt(refusal.type().busCode())
                    .appendShort((short) length)
                    .appendBytes(sentence, 0, length);
        }
    }

    /** In the order of the commands; {@link AskAlone} for those that are to be asked singly. */
    static List<Future<LikeOutcome>> readAnswers(Buffer buffer, List<Command> commands) {
        List<Future<LikeOutcome>> answers = new ArrayList<>(commands.size());
        ByteBuffer in = ByteBuffer.wrap(buffer.getBytes());
        for (Command command : commands) {
            answers.add(
                    switch (in.get()) {
                        case DONE -> Future.succeededFuture(outcome(in, command.productId()));
                        case REFUSED -> Future.failedFuture(Refusal.fromBus(in.getInt(), text(in, in.getShort())));
                        default -> Future.failedFuture(new AskAlone());
                    });
        }
        return answers;
    }

    private static LikeOutcome outcome(ByteBuffer in, long productId) {
        int flags = in.get();
        LikeCount count = new LikeCount(productId, in.getLong(), in.getLong());
        return new LikeOutcome((flags & LIKED) != 0, (flags & CHANGED) != 0, count, (flags & REPLAYED) != 0);
    }

    private static Refusal internal() {
        return new Refusal(ProblemType.INTERNAL, ProblemType.INTERNAL.title());
    }

    private static void text(Buffer buffer, String text) {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.US_ASCII);
        int length = bytes.length > MOST_TEXT ? 0 : bytes.length;
        buffer.appendByte((byte) length).appendBytes(bytes, 0, length);
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    /** Null for an empty one. */
    private static String text(ByteBuffer in, int length) {
        return length == 0 ? null : new String(bytes(in, length), StandardCharsets.UTF_8);
    }
}
