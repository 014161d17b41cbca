package io.likewire.benchmarks;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.Message;

/** The same behind the event bus: one question and one answer for each request, in bytes that nobody parses. */
record BareBus(EventBus bus) implements BareData {
    private static final String ONE = "bare.one";
    private static final String LIST = "bare.list";
    private static final String LIKE = "bare.like";

    static void serve(EventBus bus, BareData data) {
        bus.<Long>consumer(ONE, question -> answer(question, data.one(question.body())));
        bus.consumer(LIST, question -> answer(question, data.list()));
        bus.<Buffer>consumer(LIKE, question -> {
            Buffer body = question.body();
            answer(question, data.like(body.getLong(0), body.getBuffer(Long.BYTES, body.length())));
        });
    }

    private static void answer(Message<?> question, Future<?> answer) {
        answer.onSuccess(question::reply).onFailure(failure -> question.fail(1, failure.toString()));
    }

    @Override
    public Future<Buffer> one(long product) {
        return bus.<Buffer>request(ONE, product).map(Message::body);
    }

    @Override
    public Future<Buffer> list() {
        return bus.<Buffer>request(LIST, null).map(Message::body);
    }

    @Override
    public Future<Void> like(long product, Buffer liker) {
        return bus.<Void>request(LIKE, Buffer.buffer().appendLong(product).appendBuffer(liker))
                .mapEmpty();
    }
}
