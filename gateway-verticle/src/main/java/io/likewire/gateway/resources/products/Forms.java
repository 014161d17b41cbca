package io.likewire.gateway.resources.products;

import io.likewire.contracts.problems.Refusal;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads forms from strangers: text only, each field once, bounded in number and in the length of names. */
public final class Forms {
    public static final String URL_ENCODED = "application/x-www-form-urlencoded";
    public static final String MULTIPART = "multipart/form-data";
    private static final int FIELDS_MAX = 20;
    private static final int NAME_MAX = 100;
    private static final int BUFFERED_MAX = 128 * 1024;
    private static final String UNDECODABLE = "\ufffd";

    private Forms() {}

    /**
     * @param contentType the whole header
     * @throws Refusal with sentences for the sender
     */
    public static JsonObject read(String contentType, Buffer body) {
        HttpPostRequestDecoder decoder = null;
        try {
            decoder = new HttpPostRequestDecoder(
                    new DefaultHttpDataFactory(false),
                    request(contentType, body),
                    StandardCharsets.UTF_8,
                    FIELDS_MAX,
                    BUFFERED_MAX);
            if (decoder.currentPartialHttpData() != null) {
                throw malformed();
            }
            return fields(decoder.getBodyHttpDatas());
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException | IOException unreadable) {
            throw malformed();
        } finally {
            if (decoder != null) {
                decoder.destroy();
            }
        }
    }

    private static FullHttpRequest request(String contentType, Buffer body) {
        FullHttpRequest request = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1, HttpMethod.POST, "/", Unpooled.wrappedBuffer(body.getBytes()));
        request.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        return request;
    }

    private static JsonObject fields(List<InterfaceHttpData> parts) throws IOException {
        JsonObject fields = new JsonObject();
        Map<String, List<String>> errors = new TreeMap<>();
        for (InterfaceHttpData part : parts) {
            String name = readable(part.getName());
            if (name.length() > NAME_MAX) {
                throw malformed();
            }
            if (!(part instanceof Attribute text)) {
                errors.put(name, List.of("Files are not taken."));
            } else if (fields.containsKey(name)) {
                errors.put(name, List.of("This field may appear only once."));
            } else {
                fields.put(name, readable(text.getValue()));
            }
        }
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
        return fields;
    }

    /** Bytes that are no UTF-8 would be stored as something that nobody sent. */
    private static String readable(String text) {
        if (text.contains(UNDECODABLE)) {
            throw malformed();
        }
        return text;
    }

    private static Refusal malformed() {
        return Refusal.malformed("Malformed form.");
    }
}
