package io.likewire.platform.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.likewire.contracts.bus.RequestId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.event.KeyValuePair;

/** A logged event of which every text is clean, no secrets, nothing that acts on who reads it, with whom it was for. */
final class SanitizedEvent extends LoggingEvent {
    private final IThrowableProxy failure;

    SanitizedEvent(ILoggingEvent raw) {
        failure = SanitizedThrowable.of(raw.getThrowableProxy());
        setLoggerContextRemoteView(raw.getLoggerContextVO());
        setLoggerName(raw.getLoggerName());
        setLevel(raw.getLevel());
        setInstant(raw.getInstant());
        setThreadName(clean(raw.getThreadName()));
        // With its values: as a pattern it would say nothing.
        setMessage(clean(raw.getFormattedMessage()));
        setMDCPropertyMap(context(raw.getMDCPropertyMap()));
        if (raw.getKeyValuePairs() != null) {
            setKeyValuePairs(raw.getKeyValuePairs().stream()
                    .map(pair -> new KeyValuePair(clean(pair.key), cleanValue(pair.key, pair.value)))
                    .toList());
        }
        if (raw.getMarkerList() != null) {
            raw.getMarkerList().forEach(this::addMarker);
        }
    }

    @Override
    public IThrowableProxy getThrowableProxy() {
        return failure;
    }

    static String clean(String text) {
        return text == null ? null : ControlCharEscaper.of(Redaction.of(text));
    }

    /** Beside what was said: for which request and trace the current thread works, as far as there are any. */
    private static Map<String, String> context(Map<String, String> raw) {
        Map<String, String> clean = new TreeMap<>();
        Optional.ofNullable(RequestId.current()).ifPresent(id -> clean.put("request", id));
        Optional.ofNullable(TraceId.current()).ifPresent(id -> clean.put("trace", id));
        raw.forEach((name, value) -> clean.put(name, String.valueOf(cleanValue(name, value))));
        return clean;
    }

    private static Object cleanValue(String name, Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        return Redaction.isSecret(name) ? Redaction.GONE : clean(value.toString());
    }
}
