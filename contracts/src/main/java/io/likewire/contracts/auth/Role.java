package io.likewire.contracts.auth;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an account may do. Each role may do what those before it may. */
public enum Role {
    USER("user"),
    ADMIN("admin");

    private final String id;

    Role(String id) {
        this.id = id;
    }

    /** The wire form, in JSON, in tokens and in the OpenAPI file. */
    public String id() {
        return id;
    }

    public boolean includes(Role other) {
        return ordinal() >= other.ordinal();
    }

    /** Itself and those that it includes, as tokens carry them. */
    public List<String> ids() {
        return Arrays.stream(values()).filter(this::includes).map(Role::id).toList();
    }

    public static Optional<Role> of(String id) {
        return Arrays.stream(values()).filter(role -> role.id.equals(id)).findFirst();
    }
}
