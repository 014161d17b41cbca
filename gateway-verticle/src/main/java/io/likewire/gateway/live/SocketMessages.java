package io.likewire.gateway.live;

import io.likewire.gateway.lists.Ids;
import io.likewire.gateway.resources.StrictJson;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

/**
 * What sockets say: ping, register, unregister. Everything else is answered with an error, in the words of the Vert.x
 * event bus bridge, and nothing reaches the event bus.
 */
record SocketMessages(ProductTopics products, AllChangesTopic allChangesTopic) {
    private static final int SUBSCRIPTIONS_MAX = 50;

    void receive(SocketSession session, Buffer frame) {
        if (!session.isOpen()) {
            return;
        }
        try {
            dispatch(session, StrictJson.object(frame));
        } catch (DecodeException e) {
            refuse(session, "invalid_json");
        }
    }

    private void dispatch(SocketSession session, JsonObject message) {
        if (!(message.getValue("type") instanceof String type)) {
            refuse(session, "missing_type");
            return;
        }
        if (type.equals("ping")) {
            session.reply(Frame.PONG);
            return;
        }
        if (!(message.getValue("address") instanceof String address)) {
            refuse(session, "missing_address");
            return;
        }
        switch (type) {
            case "register" -> register(session, address);
            case "unregister" -> session.unsubscribe(address);
            case "send", "publish" -> refuse(session, "access_denied");
            default -> refuse(session, "invalid_type");
        }
    }

    private void register(SocketSession session, String address) {
        if (session.subscribed(address)) {
            return;
        }
        if (session.subscriptions() >= SUBSCRIPTIONS_MAX) {
            refuse(session, "max_handlers_reached");
            return;
        }
        Topic topic = topic(session, address);
        if (topic == null) {
            refuse(session, "access_denied");
            return;
        }
        session.subscribe(address, topic);
    }

    private Topic topic(SocketSession session, String address) {
        if (address.equals(Frame.FEED)) {
            return allChangesTopic;
        }
        if (!address.startsWith(Frame.PRODUCT_PREFIX)) {
            return null;
        }
        long productId = Ids.parse(address, Frame.PRODUCT_PREFIX.length());
        return productId == Ids.NONE ? null : products.topic(productId, session.client());
    }

    private static void refuse(SocketSession session, String reason) {
        session.reply(Frame.error(reason));
    }
}
