package io.likewire.auth;

import static io.likewire.auth.RunningAuth.PASSWORD;
import static io.likewire.auth.RunningAuth.await;
import static io.likewire.auth.RunningAuth.call;
import static io.likewire.auth.RunningAuth.who;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.contracts.auth.Account;
import io.likewire.contracts.auth.AccountPatch;
import io.likewire.contracts.auth.PasswordChange;
import io.likewire.contracts.auth.Role;
import io.likewire.contracts.auth.Session;
import io.likewire.contracts.auth.Trust;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthIT {
    @TempDir
    private static Path directory;

    private static RunningAuth auth;

    @BeforeAll
    static void start() {
        auth = new RunningAuth(directory);
    }

    @AfterAll
    static void stop() {
        auth.close();
    }

    @Test
    void whoRegistersLogsInWithAnySpelling() {
        Account made = await(auth.client.register(who("Ann", PASSWORD), call()));
        Session session = auth.login("ANN", PASSWORD);

        assertThat(made.role()).isEqualTo(Role.USER);
        assertThat(session.account()).isEqualTo(made);
        assertThat(session.accessToken().split("\\.")).hasSize(3);
        assertThat(await(auth.client.account(made.id(), call()))).isEqualTo(made);
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
        assertThat(errors(() -> await(auth.client.register(who("cleo", password), call()))))
                .containsOnlyKeys("password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"purple kettle sings at noon", "пароль для чайника 7", "🍵🍵 tea at four 🍵🍵", "Zx9-mKw2-pQ"})
    void anyUnicodeMakesAPassword(String password) {
        String name = "uni" + Integer.toHexString(password.hashCode());
        await(auth.client.register(who(name, password), call()));
        assertThat(auth.login(name, password).account().username()).isEqualTo(name);
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreTheSame() {
        auth.register("dora");
        Refusal wrong = refusal(() -> auth.login("dora", "not-the-password"));
        Refusal unknown = refusal(() -> auth.login("nobody-here", "not-the-password"));

        assertThat(wrong.type()).isEqualTo(ProblemType.UNAUTHORIZED);
        assertThat(unknown.type()).isEqualTo(wrong.type());
        assertThat(unknown.getMessage()).isEqualTo(wrong.getMessage());
    }

    @Test
    void aRefreshTokenIsGoodOnceAndItsReuseEndsTheSession() {
        auth.register("emil");
        Session first = auth.login("emil", PASSWORD);
        Session second = await(auth.client.refresh(first.refreshToken(), call()));
        assertThat(second.accessToken()).isNotEqualTo(first.accessToken());

        assertThat(refusal(() -> await(auth.client.refresh(first.refreshToken(), call())))
                        .type())
                .isEqualTo(ProblemType.UNAUTHORIZED);
        assertThat(refusal(() -> await(auth.client.refresh(second.refreshToken(), call())))
                        .type())
                .isEqualTo(ProblemType.UNAUTHORIZED);
        assertThat(withdrawn()).contains(sid(first));
    }

    @Test
    void logoutEndsTheSessionAndNoOther() {
        auth.register("frida");
        Session here = auth.login("frida", PASSWORD);
        Session there = auth.login("frida", PASSWORD);
        await(auth.client.logout(here.refreshToken(), call()));

        assertThat(withdrawn()).contains(sid(here)).doesNotContain(sid(there));
        assertThat(refusal(() -> await(auth.client.refresh(here.refreshToken(), call())))
                        .type())
                .isEqualTo(ProblemType.UNAUTHORIZED);
        await(auth.client.refresh(there.refreshToken(), call()));
        await(auth.client.logout("nonsense", call()));
    }

    @Test
    void aNewPasswordEndsEverySessionAndBeginsOne() {
        auth.register("gina");
        Session old = auth.login("gina", PASSWORD);
        long id = old.account().id();
        PasswordChange wrong = change("not-the-password", "lilies-in-may-1848");
        assertThat(refusal(() -> await(auth.client.changePassword(id, wrong, call())))
                        .type())
                .isEqualTo(ProblemType.UNAUTHORIZED);

        Session fresh = await(auth.client.changePassword(id, change(PASSWORD, "lilies-in-may-1848"), call()));

        assertThat(withdrawn()).contains(sid(old)).doesNotContain(sid(fresh));
        assertThat(refusal(() -> auth.login("gina", PASSWORD)).type()).isEqualTo(ProblemType.UNAUTHORIZED);
        assertThat(auth.login("gina", "lilies-in-may-1848").account().id()).isEqualTo(id);
    }

    @Test
    void anAdministratorChangesRolesAndTheLastOneStays() {
        auth.register("hans");
        Session hans = auth.login("hans", PASSWORD);
        long id = hans.account().id();
        long head = auth.login("head", PASSWORD).account().id();
        assertThat(errors(() -> await(auth.client.change(head, new AccountPatch(Role.USER, null), call()))))
                .containsOnlyKeys("role");
        assertThat(errors(() -> await(auth.client.change(head, new AccountPatch(null, true), call()))))
                .containsOnlyKeys("disabled");

        assertThat(await(auth.client.change(id, new AccountPatch(Role.ADMIN, null), call()))
                        .role())
                .isEqualTo(Role.ADMIN);
        assertThat(withdrawn()).doesNotContain(sid(hans));
        assertThat(await(auth.client.change(id, new AccountPatch(null, true), call()))
                        .disabled())
                .isTrue();
        assertThat(withdrawn()).contains(sid(hans));
        assertThat(refusal(() -> auth.login("hans", PASSWORD)).type()).isEqualTo(ProblemType.UNAUTHORIZED);
    }

    @Test
    void accountsComeInPages() {
        auth.register("iris");
        auth.register("jan");
        var first = await(auth.client.accounts(0, 2, call()));
        var rest = await(auth.client.accounts(first.last(), 500, call()));

        assertThat(first.accounts()).hasSize(2);
        assertThat(rest.last()).isNull();
        assertThat(rest.accounts()).extracting(Account::id).allMatch(id -> id > first.last());
        assertThat(await(auth.client.anyone(call()))).isPositive();
    }

    @Test
    void theKeySetHasNothingSecret() {
        Trust trust = await(auth.client.trust(call()));
        assertThat(trust.keys().getJsonArray("keys")).isNotEmpty().allSatisfy(key -> assertThat(
                        ((JsonObject) key).fieldNames())
                .containsExactlyInAnyOrder("kty", "e", "use", "kid", "alg", "n"));
    }

    private static List<String> withdrawn() {
        return List.copyOf(
                await(auth.client.trust(call())).withdrawals().sessions().keySet());
    }

    private static String sid(Session session) {
        return claims(session).getString("sid");
    }

    private static JsonObject claims(Session session) {
        byte[] json =
                java.util.Base64.getUrlDecoder().decode(session.accessToken().split("\\.")[1]);
        return new JsonObject(io.vertx.core.buffer.Buffer.buffer(json));
    }

    private static PasswordChange change(String old, String fresh) {
        return PasswordChange.parse(new JsonObject().put("password", old).put("newPassword", fresh));
    }

    private static Map<String, List<String>> errors(ThrowingCallable doing) {
        return refusal(doing).errors();
    }

    private static Refusal refusal(ThrowingCallable doing) {
        Refusal[] caught = new Refusal[1];
        assertThatThrownBy(doing).isInstanceOfSatisfying(Refusal.class, refusal -> caught[0] = refusal);
        return caught[0];
    }
}
