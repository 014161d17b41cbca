package io.likewire.gateway.identity;

import io.likewire.contracts.auth.Role;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/**
 * Who may call an operation, read from the OpenAPI file: anybody, any account, or one with a role. What neither an operation
 * nor the file as a whole says is for administrators.
 *
 * @param role null: anybody
 */
public record RequiredRole(Role role) {
    private static final String SECURITY = "security";
    private static final String ACCOUNT = "account";
    private static final RequiredRole OPEN = new RequiredRole(null);

    /** @param operation the OpenAPI object of it */
    public static RequiredRole of(JsonObject operation, JsonObject contract) {
        JsonArray ways = operation.getJsonArray(SECURITY, contract.getJsonArray(SECURITY));
        if (ways == null || ways.isEmpty()) {
            return new RequiredRole(Role.ADMIN);
        }
        boolean open = ways.stream().anyMatch(way -> !((JsonObject) way).containsKey(ACCOUNT));
        return open
                ? OPEN
                : ways.stream()
                        .map(way -> new RequiredRole(role((JsonObject) way)))
                        .reduce((one, other) -> one.role.includes(other.role) ? other : one)
                        .orElseThrow();
    }

    private static Role role(JsonObject way) {
        JsonArray roles = way.getJsonArray(ACCOUNT);
        return roles.isEmpty() ? Role.USER : Role.of(roles.getString(0)).orElse(Role.ADMIN);
    }

    public boolean isOpen() {
        return role == null;
    }

    boolean permits(Optional<Principal> caller) {
        return isOpen() || caller.filter(known -> known.role().includes(role)).isPresent();
    }
}
