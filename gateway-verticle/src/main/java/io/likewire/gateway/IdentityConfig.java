package io.likewire.gateway;

import io.likewire.platform.config.Environment;
import java.util.List;

/**
 * Who may do what without an account.
 *
 * @param accountsOnly liking takes an account
 * @param registrationOpen anybody may make one
 * @param tutorialMode everybody on this machine may change products
 */
public record IdentityConfig(boolean accountsOnly, boolean registrationOpen, boolean tutorialMode) {
    public static IdentityConfig from(Environment environment) {
        return new IdentityConfig(
                either(environment, "LIKES_IDENTITY", "anonymous", "account"),
                !either(environment, "REGISTRATION", "open", "closed"),
                environment.flag("TUTORIAL_MODE", false));
    }

    /** Whether it is the other one. */
    private static boolean either(Environment environment, String name, String usual, String other) {
        return environment.choice(name, usual, List.of(usual, other)).equals(other);
    }
}
