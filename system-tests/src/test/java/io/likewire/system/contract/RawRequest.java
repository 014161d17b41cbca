package io.likewire.system.contract;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.vertx.core.json.JsonArray;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A request as it goes over the wire, sane or not: a proper HTTP client would refuse to send some of them.
 *
 * @param target as in the request line
 * @param headers written as they are
 */
record RawRequest(String method, String target, List<Map.Entry<String, String>> headers, byte[] body) {
    static final Map.Entry<String, String> CHUNKED = Map.entry("Transfer-Encoding", "chunked");
    private static final int SHOWN = 300;
    private static final int PATIENCE_MS = 30_000;
    private static final int LARGEST_ANSWER = 10_000_000;

    /**
     * Puts a request together.
     *
     * @param values of a parameter: none, one or more
     */
    static RawRequest of(
            Operation operation,
            List<Map.Entry<String, String>> headers,
            byte[] body,
            Function<Operation.Parameter, List<?>> values) {
        String target = operation.path();
        for (Operation.Parameter parameter : operation.parameters()) {
            for (Object value : values.apply(parameter)) {
                String text = value instanceof JsonArray list
                        ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
                        : String.valueOf(value);
                String name = parameter.name();
                switch (parameter.in()) {
                    case "path" -> target = target.replace("{" + name + "}", encoded(text));
                    case "query" -> target += (target.contains("?") ? "&" : "?") + name + "=" + encoded(text);
                    default -> headers.add(Map.entry(name, text.replaceAll("[\\r\\n\\x00]", "")));
                }
            }
        }
        return new RawRequest(operation.method(), target, headers, body);
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2C", ",");
    }

    private byte[] bytes() {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        headers.forEach(header -> head.append(header.getKey() + ": " + header.getValue() + "\r\n"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(isChunked() ? inOneChunk() : body);
        return bytes.toByteArray();
    }

    /** Whether the body's length is not told before. */
    boolean isChunked() {
        return headers.contains(CHUNKED);
    }

    private byte[] inOneChunk() {
        String size = Integer.toHexString(body.length);
        String end = body.length == 0 ? "\r\n" : "\r\n0\r\n\r\n";
        return (size + "\r\n" + new String(body, StandardCharsets.ISO_8859_1) + end)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** On a connection of its own, unless it is one of HTTP/2; fails when nothing comes for half a minute. */
    RawAnswer send(URI gateway) {
        return gateway.getScheme().equals("https") ? OverHttp2.send(this, gateway) : overHttp1(gateway);
    }

    private RawAnswer overHttp1(URI gateway) {
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(PATIENCE_MS);
            try {
                socket.getOutputStream().write(bytes());
            } catch (SocketException refusedWhileSending) {
                // the answer is there already
            }
            return read(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(toString(), e);
        }
    }

    private RawAnswer read(InputStream in) throws IOException {
        EmbeddedChannel decoder = new EmbeddedChannel(new Decoder(), new HttpObjectAggregator(LARGEST_ANSWER));
        byte[] some = new byte[16_384];
        FullHttpResponse answer = null;
        while (answer == null) {
            int read = in.read(some);
            if (read >= 0) {
                decoder.writeInbound(Unpooled.copiedBuffer(some, 0, read));
            } else if (!decoder.finish()) {
                throw new SocketException("Expected an answer, but the connection ended");
            }
            answer = decoder.readInbound();
        }
        return new RawAnswer(
                answer.status().code(), answer.headers(), answer.content().toString(StandardCharsets.UTF_8));
    }

    /** Of a HEAD and of a stream only the head is awaited. */
    private final class Decoder extends HttpResponseDecoder {
        @Override
        protected boolean isContentAlwaysEmpty(HttpMessage answer) {
            return method.equals("HEAD")
                    || "text/event-stream".equals(answer.headers().get("content-type"))
                    || super.isContentAlwaysEmpty(answer);
        }
    }

    @Override
    public String toString() {
        String text = new String(bytes(), StandardCharsets.UTF_8);
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "... (" + text.length() + ")";
    }
}
