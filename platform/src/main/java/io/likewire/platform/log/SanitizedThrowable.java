package io.likewire.platform.log;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.Arrays;

/** A failure whose messages, and those of its causes, are clean. */
record SanitizedThrowable(IThrowableProxy raw) implements IThrowableProxy {
    static IThrowableProxy of(IThrowableProxy raw) {
        return raw == null ? null : new SanitizedThrowable(raw);
    }

    @Override
    public String getMessage() {
        return SanitizedEvent.clean(raw.getMessage());
    }

    @Override
    public String getOverridingMessage() {
        return SanitizedEvent.clean(raw.getOverridingMessage());
    }

    @Override
    public String getClassName() {
        return raw.getClassName();
    }

    @Override
    public StackTraceElementProxy[] getStackTraceElementProxyArray() {
        return raw.getStackTraceElementProxyArray();
    }

    @Override
    public int getCommonFrames() {
        return raw.getCommonFrames();
    }

    @Override
    public IThrowableProxy getCause() {
        return of(raw.getCause());
    }

    @Override
    public IThrowableProxy[] getSuppressed() {
        return Arrays.stream(raw.getSuppressed()).map(SanitizedThrowable::of).toArray(IThrowableProxy[]::new);
    }

    @Override
    public boolean isCyclic() {
        return raw.isCyclic();
    }
}
