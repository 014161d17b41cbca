package io.likewire.platform.management;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.healthchecks.CheckResult;
import io.vertx.ext.healthchecks.HealthChecks;
import io.vertx.ext.healthchecks.Status;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The state of one service's parts. Without a vital part the service can't answer ("down"); without another one it
 * answers, but something lags behind ("degraded").
 */
public final class Health {
    private static final long PATIENCE_MS = 1_000;
    private final HealthChecks checks;
    private final Set<String> vital = new HashSet<>();
    private final Map<String, Supplier<String>> explanations = new HashMap<>();
    private final String service;

    public Health(Vertx vertx, String service) {
        this.checks = HealthChecks.create(vertx);
        this.service = service;
    }

    public String service() {
        return service;
    }

    /** @param check succeeds while the part works; has a second */
    public Health vital(String part, Supplier<Future<?>> check) {
        vital.add(part);
        return helpful(part, check);
    }

    /** A part without which the service still answers. @param check succeeds while the part works; has a second */
    public Health helpful(String part, Supplier<Future<?>> check) {
        checks.register(part, PATIENCE_MS, promise -> check.get()
                .map(fine -> Status.OK())
                .otherwise(Status.KO())
                // One that comes after its second finds the promise failed.
                .onSuccess(promise::tryComplete));
        return this;
    }

    /** @param reason why the part is down, for operators; null where there is nothing to say */
    public Health explained(String part, Supplier<String> reason) {
        explanations.put(part, reason);
        return this;
    }

    /** {@code {"status":"up|degraded|down","parts":{"database":"up","broker":"down"}}}; with {@code reasons} by part where there are any. */
    public Future<JsonObject> report() {
        return checks.checkStatus().map(result -> {
            JsonObject parts = new JsonObject();
            JsonObject reasons = new JsonObject();
            boolean everything = true;
            boolean vitals = true;
            for (CheckResult part : result.getChecks() == null ? List.<CheckResult>of() : result.getChecks()) {
                boolean up = Boolean.TRUE.equals(part.getUp());
                parts.put(part.getId(), up ? "up" : "down");
                String reason = up
                        ? null
                        : explanations.getOrDefault(part.getId(), () -> null).get();
                if (reason != null) {
                    reasons.put(part.getId(), reason);
                }
                everything &= up;
                vitals &= up || !vital.contains(part.getId());
            }
            JsonObject report =
                    new JsonObject().put("status", status(everything, vitals)).put("parts", parts);
            return reasons.isEmpty() ? report : report.put("reasons", reasons);
        });
    }

    /** The reports of all, by service. */
    public static Future<JsonObject> reports(List<Health> healths) {
        return Future.all(healths.stream().map(Health::report).toList()).map(reports -> {
            JsonObject services = new JsonObject();
            for (int i = 0; i < healths.size(); i++) {
                services.put(healths.get(i).service(), reports.resultAt(i));
            }
            return services;
        });
    }

    private static String status(boolean everything, boolean vitals) {
        if (everything) {
            return "up";
        }
        return vitals ? "degraded" : "down";
    }
}
