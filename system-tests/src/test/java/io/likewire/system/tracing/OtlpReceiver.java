package io.likewire.system.tracing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Takes spans over HTTP, as a collector does, and keeps them. */
final class OtlpReceiver implements AutoCloseable {
    private static final HexFormat HEX = HexFormat.of();
    private final List<Received> spans = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    OtlpReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Received> trace(String id) {
        return spans.stream().filter(span -> span.trace().equals(id)).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        try (InputStream raw = exchange.getRequestBody();
                InputStream body = zipped ? new GZIPInputStream(raw) : raw) {
            ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().forEach(this::keep);
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private void keep(ResourceSpans resource) {
        String service = attributes(resource.getResource().getAttributesList());
        String name = service.replaceAll("(?s).*service\\.name=(\\S+).*", "$1");
        resource.getScopeSpansList()
                .forEach(scope -> scope.getSpansList().forEach(span -> spans.add(received(name, span))));
    }

    private static Received received(String service, Span span) {
        return new Received(
                HEX.formatHex(span.getTraceId().toByteArray()),
                HEX.formatHex(span.getSpanId().toByteArray()),
                HEX.formatHex(span.getParentSpanId().toByteArray()),
                service,
                span.getName(),
                span.getKind().name().replace("SPAN_KIND_", ""),
                attributes(span.getAttributesList()));
    }

    private static String attributes(List<KeyValue> list) {
        return list.stream()
                .map(one -> one.getKey() + "=" + one.getValue().getStringValue())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
