package io.likewire.auth.passwords;

import io.likewire.contracts.problems.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import me.gosimple.nbvcxz.Nbvcxz;

/** Which new passwords are refused: those that somebody else has guessed before. */
public final class PasswordRules {
    /** So few guesses take an attacker with our table an afternoon. */
    private static final double FEWEST_GUESSES = 1e6;

    /** Longer ones take time to look at, and are not found in lists. */
    private static final int LOOKED_AT = 32;

    /** Its lists take 20 MB of heap: made by the first new password. */
    private static final class Lists {
        static final Nbvcxz ESTIMATOR = new Nbvcxz();
    }

    /** @throws Refusal that names the field */
    public void require(String username, String password, String field) {
        String sentence = objection(username, password);
        if (sentence != null) {
            throw Refusal.invalid(Map.of(field, List.of(sentence)));
        }
    }

    private String objection(String username, String password) {
        if (password.toLowerCase(Locale.ROOT).contains(username)) {
            return "The password may not contain the username.";
        }
        String start = password.substring(0, Math.min(password.length(), LOOKED_AT));
        boolean common = Lists.ESTIMATOR.estimate(start).getGuesses().doubleValue() < FEWEST_GUESSES;
        return common ? "This password is too common." : null;
    }
}
