package io.likewire.auth;

import static io.likewire.auth.Refusals.errors;
import static io.likewire.auth.Refusals.refusal;
import static io.likewire.auth.RunningAuth.PASSWORD;
import static io.likewire.auth.RunningAuth.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.auth.Account;
import io.likewire.contracts.auth.AccountPatch;
import io.likewire.contracts.auth.Role;
import io.likewire.contracts.auth.Session;
import io.likewire.contracts.auth.TokenTrust;
import io.likewire.contracts.problems.ProblemType;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class AdministrationIT {
    @AutoClose
    private static final RunningAuth auth = new RunningAuth();

    @Test
    void anAdministratorChangesRolesAndTheLastOneStays() {
        auth.register("hans");
        Session hans = auth.login("hans", PASSWORD);
        long id = hans.account().id();
        long head = auth.login("head", PASSWORD).account().id();
        assertThat(errors(() -> auth.client
                        .change(head, new AccountPatch(Role.USER, null, null), call())
                        .await()))
                .containsOnlyKeys("role");
        assertThat(errors(() -> auth.client
                        .change(head, new AccountPatch(null, true, null), call())
                        .await()))
                .containsOnlyKeys("disabled");

        assertThat(auth.client
                        .change(id, new AccountPatch(Role.ADMIN, null, null), call())
                        .await()
                        .role())
                .isEqualTo(Role.ADMIN);
        assertThat(auth.withdrawn()).doesNotContain(Tokens.sid(hans));
        assertThat(auth.client
                        .change(id, new AccountPatch(null, true, null), call())
                        .await()
                        .disabled())
                .isTrue();
        assertThat(auth.withdrawn()).contains(Tokens.sid(hans));
        assertThat(refusal(() -> auth.login("hans", PASSWORD)).type()).isEqualTo(ProblemType.UNAUTHORIZED);
    }

    @Test
    void whoForgotAPasswordGetsAnotherAndMayTryAtOnce() {
        auth.register("lena");
        Session lena = auth.login("lena", PASSWORD);
        for (int i = 0; i < 8; i++) {
            refusal(() -> auth.login("lena", "forgotten"));
        }
        assertThat(refusal(() -> auth.login("lena", PASSWORD)).type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
        long id = lena.account().id();
        assertThat(errors(() -> auth.client
                        .change(id, new AccountPatch(null, null, "password"), call())
                        .await()))
                .containsOnlyKeys("password");

        auth.client
                .change(id, new AccountPatch(null, null, "crocus-in-april-12"), call())
                .await();

        assertThat(auth.withdrawn()).contains(Tokens.sid(lena));
        assertThat(auth.login("lena", "crocus-in-april-12").account()).isEqualTo(lena.account());
        assertThat(refusal(() -> auth.login("lena", PASSWORD)).type()).isEqualTo(ProblemType.UNAUTHORIZED);
    }

    @Test
    void accountsComeInPages() {
        auth.register("iris");
        auth.register("jan");
        var first = auth.client.accounts(0, 2, call()).await();
        var rest = auth.client.accounts(first.last(), 500, call()).await();

        assertThat(first.accounts()).hasSize(2);
        assertThat(rest.last()).isNull();
        assertThat(rest.accounts()).extracting(Account::id).allMatch(id -> id > first.last());
        assertThat(auth.client.anyone(call()).await()).isPositive();
    }

    @Test
    void theKeySetHasNothingSecret() {
        TokenTrust tokenTrust = auth.client.trust(call()).await();
        assertThat(tokenTrust.keys().getJsonArray("keys")).isNotEmpty().allSatisfy(key -> assertThat(
                        ((JsonObject) key).fieldNames())
                .containsExactlyInAnyOrder("kty", "e", "use", "kid", "alg", "n"));
    }
}
