package io.likewire.auth;

import static io.likewire.auth.Refusals.errors;
import static io.likewire.auth.Refusals.refusal;
import static io.likewire.auth.RunningAuth.PASSWORD;
import static io.likewire.auth.RunningAuth.call;
import static io.likewire.auth.RunningAuth.who;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.auth.Account;
import io.likewire.contracts.auth.Role;
import io.likewire.contracts.auth.Session;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthIT {
    @AutoClose
    private static final RunningAuth auth = new RunningAuth();

    @Test
    void loginsAreCountedByWhatBecameOfThem() {
        long registered = auth.count("likewire.registrations");
        long done = auth.count("likewire.logins", "outcome", "done");
        long wrong = auth.count("likewire.logins", "outcome", "wrong");
        auth.register("carla");
        auth.login("carla", PASSWORD);
        refusal(() -> auth.login("carla", "not-the-password"));

        assertThat(auth.count("likewire.registrations")).isEqualTo(registered + 1);
        assertThat(auth.count("likewire.logins", "outcome", "done")).isEqualTo(done + 1);
        assertThat(auth.count("likewire.logins", "outcome", "wrong")).isEqualTo(wrong + 1);
    }

    @Test
    void whoRegistersLogsInWithAnySpelling() {
        Account made = auth.client.register(who("Ann", PASSWORD), call()).await();
        Session session = auth.login("ANN", PASSWORD);

        assertThat(made.role()).isEqualTo(Role.USER);
        assertThat(session.account()).isEqualTo(made);
        assertThat(session.accessToken().split("\\.")).hasSize(3);
        assertThat(auth.client.account(made.id(), call()).await()).isEqualTo(made);
    }

    @Test
    void aNameIsTakenOnce() {
        auth.register("bob");
        assertThat(errors(() -> auth.register("Bob")))
                .isEqualTo(Map.of("username", List.of("A user with that username already exists.")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "password1",
                "12345678",
                "qwertyuiop",
                "aaaaaaaa",
                "iloveyou",
                "letmein1",
                "cleo-cleo-9!"
            })
    void whatIsEasyToGuessIsRefused(String password) {
        assertThat(errors(() ->
                        auth.client.register(who("cleo", password), call()).await()))
                .containsOnlyKeys("password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"purple kettle sings at noon", "пароль для чайника 7", "🍵🍵 tea at four 🍵🍵", "Zx9-mKw2-pQ"})
    void anyUnicodeMakesAPassword(String password) {
        String name = "uni" + Integer.toHexString(password.hashCode());
        auth.client.register(who(name, password), call()).await();
        assertThat(auth.login(name, password).account().username()).isEqualTo(name);
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreTheSame() {
        auth.register("dora");
        Refusal wrong = refusal(() -> auth.login("dora", "not-the-password"));
        Refusal unknown = refusal(() -> auth.login("nobody-here", "not-the-password"));
        Refusal nobodys = refusal(() -> auth.login("пользователь' OR 1=1 --", "not-the-password"));

        assertThat(wrong.type()).isEqualTo(ProblemType.UNAUTHORIZED);
        assertThat(List.of(unknown.type(), nobodys.type())).containsOnly(wrong.type());
        assertThat(unknown.getMessage()).isEqualTo(wrong.getMessage());
    }
}
