package io.likewire.platform.log;

import io.likewire.contracts.bus.RequestId;
import java.util.Map;
import java.util.TreeMap;

/** For whom the current thread works: found where a line is written, so that nobody has to say it. */
final class LogContext {
    private static final String REQUEST = "request";
    private static final String TRACE = "trace";

    private LogContext() {}

    /** The ids of the request and of the trace, as far as there are any. */
    static Map<String, String> ids() {
        Map<String, String> ids = new TreeMap<>();
        put(ids, REQUEST, RequestId.current());
        put(ids, TRACE, TraceId.current());
        return ids;
    }

    private static void put(Map<String, String> ids, String name, String id) {
        if (id != null) {
            ids.put(name, id);
        }
    }
}
