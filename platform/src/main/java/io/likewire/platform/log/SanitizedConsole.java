package io.likewire.platform.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;

/** The console, for clean events only: whatever the encoder, it never sees the others. */
public final class SanitizedConsole extends ConsoleAppender<ILoggingEvent> {
    @Override
    protected void append(ILoggingEvent event) {
        super.append(new SanitizedEvent(event));
    }
}
