package io.likewire.platform.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggerContextVO;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;

/** A logged event of which every text is clean, no secrets, nothing that acts on who reads it, with whom it was for. */
record SanitizedEvent(ILoggingEvent raw, String getFormattedMessage, Map<String, String> ids) implements ILoggingEvent {
    static SanitizedEvent of(ILoggingEvent raw) {
        return new SanitizedEvent(raw, clean(raw.getFormattedMessage()), LogContext.ids());
    }

    static String clean(String text) {
        return text == null ? null : ControlCharEscaper.of(Redaction.of(text));
    }

    private static Object cleanValue(String name, Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        return Redaction.isSecret(name) ? Redaction.gone() : clean(value.toString());
    }

    /** With its values: as a pattern it would say nothing. */
    @Override
    public String getMessage() {
        return getFormattedMessage;
    }

    @Override
    public Object[] getArgumentArray() {
        return null;
    }

    @Override
    public IThrowableProxy getThrowableProxy() {
        return SanitizedThrowable.of(raw.getThrowableProxy());
    }

    @Override
    public List<KeyValuePair> getKeyValuePairs() {
        return raw.getKeyValuePairs() == null
                ? null
                : raw.getKeyValuePairs().stream()
                        .map(pair -> new KeyValuePair(clean(pair.key), cleanValue(pair.key, pair.value)))
                        .toList();
    }

    @Override
    public Map<String, String> getMDCPropertyMap() {
        Map<String, String> clean = new TreeMap<>(ids);
        raw.getMDCPropertyMap().forEach((name, value) -> clean.put(name, String.valueOf(cleanValue(name, value))));
        return clean;
    }

    @Override
    @SuppressWarnings("deprecation")
    public Map<String, String> getMdc() {
        return getMDCPropertyMap();
    }

    @Override
    public String getThreadName() {
        return clean(raw.getThreadName());
    }

    @Override
    public Level getLevel() {
        return raw.getLevel();
    }

    @Override
    public String getLoggerName() {
        return raw.getLoggerName();
    }

    @Override
    public LoggerContextVO getLoggerContextVO() {
        return raw.getLoggerContextVO();
    }

    @Override
    public StackTraceElement[] getCallerData() {
        return raw.getCallerData();
    }

    @Override
    public boolean hasCallerData() {
        return raw.hasCallerData();
    }

    @Override
    public List<Marker> getMarkerList() {
        return raw.getMarkerList();
    }

    @Override
    public long getTimeStamp() {
        return raw.getTimeStamp();
    }

    @Override
    public int getNanoseconds() {
        return raw.getNanoseconds();
    }

    @Override
    public long getSequenceNumber() {
        return raw.getSequenceNumber();
    }

    @Override
    public void prepareForDeferredProcessing() {
        raw.prepareForDeferredProcessing();
    }
}
