package io.likewire.gateway;

import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;

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
        String value = environment.text(name, usual);
        if (!value.equals(usual) && !value.equals(other)) {
            throw new ConfigException(name + ": expected " + usual + " or " + other + ", but got '" + value + "'");
        }
        return value.equals(other);
    }
}
