package io.likewire.system.rig.report;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was done to whom, and when. */
public final class Timeline {
    private static final Logger LOG = LoggerFactory.getLogger(Timeline.class);

    private final long start = System.currentTimeMillis();
    private final List<Span> spans = new CopyOnWriteArrayList<>();

    /** Something on a lane of the timeline that lasts. */
    public final class Span {
        private final String lane;
        private final String what;
        private final long from = now();
        private volatile long until = from;

        private Span(String lane, String what) {
            this.lane = lane;
            this.what = what;
        }

        public void end() {
            until = now();
        }

        JsonObject toJson() {
            return new JsonObject()
                    .put("lane", lane)
                    .put("what", what)
                    .put("from", from)
                    .put("until", until);
        }
    }

    /** Begins to last. */
    public Span begin(String lane, String what) {
        Span span = new Span(lane, what);
        spans.add(span);
        LOG.info("{} s: {} of {}", String.format(Locale.ROOT, "%.1f", span.from / 1e3), what, lane);
        return span;
    }

    /** Something that happens in a moment. */
    public void note(String lane, String what) {
        begin(lane, what);
    }

    /** When it began, in milliseconds since 1970. */
    public long start() {
        return start;
    }

    /** Milliseconds since its beginning. */
    public long now() {
        return System.currentTimeMillis() - start;
    }

    JsonArray toJson() {
        return new JsonArray(spans.stream().map(Span::toJson).toList());
    }
}
