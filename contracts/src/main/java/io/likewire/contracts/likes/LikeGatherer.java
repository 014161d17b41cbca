package io.likewire.contracts.likes;

import io.likewire.contracts.bus.Addresses;
import io.likewire.contracts.bus.BusClient;
import io.likewire.contracts.bus.Call;
import io.likewire.contracts.bus.CallInterceptor;
import io.likewire.contracts.bus.RequestId;
import io.likewire.contracts.likes.LikeCommands.Command;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.Message;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * Natural batching of likes on their way to the service: while two messages are under way the next commands gather, so that a
 * lone like waits for nobody. What the service wants to be asked singly goes singly, and so does everything when the service knows no
 * messages of many. Runs on one event loop.
 */
final class LikeGatherer {
    private static final int MESSAGES_UNDER_WAY = 2;
    private static final int MOST_COMMANDS = 256;
    private static final int MOST_BYTES = 12 * 1024;

    private record Waiting(Command command, Promise<LikeOutcome> answer, Context context) {
        Call call() {
            return command.call();
        }
    }

    private final Vertx vertx;
    private final BusClient bus;
    private final CallInterceptor interceptor;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private int underWay;

    /** @param interceptor stands around each message */
    LikeGatherer(Vertx vertx, CallInterceptor interceptor) {
        this.vertx = vertx;
        this.bus = new BusClient(vertx, Addresses.LIKES);
        this.interceptor = interceptor;
    }

    Future<LikeOutcome> submit(boolean like, long productId, Call call) {
        Command command = new Command(like, productId, call, RequestId.current());
        if (call.idempotencyKey() != null) {
            return alone(command);
        }
        Promise<LikeOutcome> answer = Promise.promise();
        waiting.add(new Waiting(command, answer, vertx.getOrCreateContext()));
        sendNext();
        return answer.future();
    }

    private void sendNext() {
        while (underWay < MESSAGES_UNDER_WAY && !waiting.isEmpty()) {
            List<Waiting> batch = takeBatch();
            if (!batch.isEmpty()) {
                underWay++;
                Context first = batch.get(0).context();
                if (first == Vertx.currentContext()) {
                    send(batch);
                } else {
                    first.runOnContext(turn -> send(batch));
                }
            }
        }
    }

    private List<Waiting> takeBatch() {
        List<Waiting> batch = new ArrayList<>();
        int bytes = 0;
        while (!waiting.isEmpty() && batch.size() < MOST_COMMANDS && bytes < MOST_BYTES) {
            Waiting next = waiting.remove();
            if (next.call().expired()) {
                next.answer().fail(new Refusal(ProblemType.TIMEOUT, "The like waited longer than its deadline"));
            } else {
                batch.add(next);
                bytes += LikeCommands.size(next.command());
            }
        }
        return batch;
    }

    private void send(List<Waiting> batch) {
        Future<?> sent = batch.size() == 1 ? settleAlone(batch.get(0)) : together(batch);
        sent.onComplete(answered -> {
            underWay--;
            sendNext();
        });
    }

    private Future<?> together(List<Waiting> batch) {
        List<Command> commands = batch.stream().map(Waiting::command).toList();
        long deadline =
                commands.stream().mapToLong(one -> one.call().deadline()).min().orElseThrow();
        Call call = new Call(deadline, null, null, null, null, null);
        return interceptor
                .intercept(
                        Addresses.LIKES,
                        LikesClient.COMMANDS,
                        call,
                        admitted -> bus.<Buffer>ask(LikesClient.COMMANDS, LikeCommands.write(commands), admitted, true))
                .map(reply -> LikeCommands.readAnswers(reply.body(), commands))
                .onSuccess(answers -> {
                    for (int i = 0; i < batch.size(); i++) {
                        settle(batch.get(i), answers.get(i));
                    }
                })
                .onFailure(failure -> batch.forEach(one -> settle(one, Future.failedFuture(failure))));
    }

    private void settle(Waiting one, Future<LikeOutcome> answer) {
        boolean unknownToThem = answer.cause() instanceof Refusal refusal && refusal.type() == ProblemType.INTERNAL;
        if (answer.cause() instanceof AskAlone || unknownToThem) {
            settleAlone(one);
        } else {
            answer.onComplete(one.answer());
        }
    }

    private Future<LikeOutcome> settleAlone(Waiting one) {
        return alone(one.command()).onComplete(one.answer());
    }

    private Future<LikeOutcome> alone(Command command) {
        String action = command.like() ? LikesClient.LIKE : LikesClient.UNLIKE;
        JsonObject body = new JsonObject().put("productId", command.productId());
        return interceptor
                .<Message<JsonObject>>intercept(
                        Addresses.LIKES,
                        LikesClient.COMMANDS,
                        command.call(),
                        admitted -> bus.ask(action, body, admitted, true))
                .map(reply -> LikeOutcome.fromJson(reply.body()));
    }
}
