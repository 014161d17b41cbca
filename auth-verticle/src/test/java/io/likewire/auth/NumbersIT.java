package io.likewire.auth;

import static io.likewire.auth.RunningAuth.PASSWORD;
import static io.likewire.auth.RunningAuth.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.auth.Account;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The number of an account is never given again: likes belong to it. */
class NumbersIT {
    @TempDir
    private Path directory;

    @Test
    void aNewNumberIsFarAboveAllThatLikeSomething() {
        try (RunningAuth auth = new RunningAuth(40)) {
            auth.register("anna");

            assertThat(auth.client.accounts(0, 10, call()).await().accounts())
                    .extracting(Account::id)
                    .containsExactly(10_041L, 10_042L);
            assertThat(auth.login("anna", PASSWORD).account().id()).isEqualTo(10_042);
        }
    }

    @Test
    void nothingIsSkippedWhereNobodyElseLikesAnything() {
        try (RunningAuth auth = new RunningAuth(0)) {
            auth.register("anna");

            assertThat(auth.login("anna", PASSWORD).account().id()).isEqualTo(2);
        }
    }

    @Test
    void aSecondNodeSkipsNoMore() {
        try (RunningAuth auth = new RunningAuth(40)) {
            auth.start(auth.vertx, auth.keys);
            auth.register("anna");

            assertThat(auth.login("anna", PASSWORD).account().id()).isEqualTo(10_042);
        }
    }
}
