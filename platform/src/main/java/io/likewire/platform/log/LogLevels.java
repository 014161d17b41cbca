package io.likewire.platform.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.LoggerFactory;

/**
 * {@code /operations/log-levels}: GET lists loggers with a level of their own; PUT {@code /<logger>?level=DEBUG} sets one
 * until the process ends; DELETE {@code /<logger>} puts it back to what it was at the start. {@code ROOT} is the parent of
 * all. The audit trail can't be turned down.
 */
public final class LogLevels {
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(LogLevels.class);
    private static final Set<String> LEVELS = Set.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "OFF");
    private static final String AUDIT = "audit";
    private static final int MOST_CHANGED = 100;

    private final LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Map<String, Optional<Level>> before = new ConcurrentHashMap<>();

    public void mount(Router operations) {
        operations.get("/log-levels").handler(context -> context.json(all()));
        operations.put("/log-levels/:logger").handler(this::set);
        operations.delete("/log-levels/:logger").handler(this::reset);
    }

    private JsonObject all() {
        JsonObject levels = new JsonObject();
        for (Logger logger : loggers.getLoggerList()) {
            if (logger.getLevel() != null) {
                levels.put(logger.getName(), logger.getLevel().levelStr);
            }
        }
        return new JsonObject().put("levels", levels);
    }

    private void set(RoutingContext context) {
        String name = context.pathParam("logger");
        String level = context.queryParams().get("level");
        boolean fits = before.containsKey(name) || before.size() < MOST_CHANGED;
        if (level == null || !LEVELS.contains(level) || isAudit(name) || !fits) {
            context.fail(400);
            return;
        }
        Logger logger = loggers.getLogger(name);
        before.putIfAbsent(name, Optional.ofNullable(logger.getLevel()));
        logger.setLevel(Level.valueOf(level));
        LOG.warn("the log level of {} is {} now", name, level);
        context.json(all());
    }

    private void reset(RoutingContext context) {
        String name = context.pathParam("logger");
        Optional<Level> first = before.remove(name);
        if (first != null) {
            loggers.getLogger(name).setLevel(first.orElse(null));
            LOG.warn("the log level of {} is what it was at the start", name);
        }
        context.json(all());
    }

    private static boolean isAudit(String name) {
        return name.equals(AUDIT) || name.startsWith(AUDIT + ".");
    }
}
