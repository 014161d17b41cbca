package io.likewire.auth;

import static io.likewire.auth.Refusals.refusal;
import static io.likewire.auth.RunningAuth.PASSWORD;
import static io.likewire.auth.RunningAuth.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.auth.PasswordChange;
import io.likewire.contracts.auth.Session;
import io.likewire.contracts.problems.ProblemType;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SessionsIT {
    @AutoClose
    private static final RunningAuth auth = new RunningAuth();

    @Test
    void aRefreshTokenIsGoodOnceAndItsReuseEndsTheSession() {
        auth.register("emil");
        long refreshes = auth.count("likewire.refreshes");
        long reuses = auth.count("likewire.refresh.reuses");
        Session first = auth.login("emil", PASSWORD);
        Session second = refreshed(first);
        Session third = refreshed(second);
        assertThat(second.accessToken()).isNotEqualTo(first.accessToken());

        isRefused(first);
        isRefused(third);
        assertThat(auth.withdrawn()).contains(Tokens.sid(first));
        assertThat(auth.count("likewire.refreshes")).isEqualTo(refreshes + 2);
        assertThat(auth.count("likewire.refresh.reuses")).isEqualTo(reuses + 1);
    }

    @Test
    void aRefreshWhoseAnswerGotLostIsRepeatedOnceAndItsLostTokenDies() {
        auth.register("lost");
        Session first = auth.login("lost", PASSWORD);
        Session unheard = refreshed(first);

        Session second = refreshed(first);

        assertThat(refreshed(second).account()).isEqualTo(first.account());
        isRefused(unheard);
        assertThat(auth.withdrawn()).contains(Tokens.sid(first));
    }

    @Test
    void aRefreshIsRepeatedNoSecondTime() {
        auth.register("twice");
        Session first = auth.login("twice", PASSWORD);
        refreshed(first);
        Session second = refreshed(first);

        isRefused(first);
        isRefused(second);
    }

    @Test
    void aRefreshIsNotRepeatedAfterHalfAMinute() {
        auth.register("late");
        Session first = auth.login("late", PASSWORD);
        refreshed(first);
        auth.sql("UPDATE session SET replaced_at = replaced_at - INTERVAL 31 SECOND");

        isRefused(first);
        assertThat(auth.withdrawn()).contains(Tokens.sid(first));
    }

    private static Session refreshed(Session session) {
        return auth.client.refresh(session.refreshToken(), call()).await();
    }

    private static void isRefused(Session session) {
        assertThat(refusal(() -> refreshed(session)).type()).isEqualTo(ProblemType.UNAUTHORIZED);
    }

    @Test
    void logoutEndsTheSessionAndNoOther() {
        auth.register("frida");
        Session here = auth.login("frida", PASSWORD);
        Session there = auth.login("frida", PASSWORD);
        auth.client.logout(here.refreshToken(), call()).await();

        assertThat(auth.withdrawn()).contains(Tokens.sid(here)).doesNotContain(Tokens.sid(there));
        assertThat(refusal(() ->
                                auth.client.refresh(here.refreshToken(), call()).await())
                        .type())
                .isEqualTo(ProblemType.UNAUTHORIZED);
        auth.client.refresh(there.refreshToken(), call()).await();
        auth.client.logout("nonsense", call()).await();
    }

    @Test
    void aNewPasswordEndsEverySessionAndBeginsOne() {
        auth.register("gina");
        Session old = auth.login("gina", PASSWORD);
        long id = old.account().id();
        PasswordChange wrong = change("not-the-password", "lilies-in-may-1848");
        assertThat(refusal(() -> auth.client.changePassword(id, wrong, call()).await())
                        .type())
                .isEqualTo(ProblemType.UNAUTHORIZED);

        Session fresh = auth.client
                .changePassword(id, change(PASSWORD, "lilies-in-may-1848"), call())
                .await();

        assertThat(auth.withdrawn()).contains(Tokens.sid(old)).doesNotContain(Tokens.sid(fresh));
        assertThat(refusal(() -> auth.login("gina", PASSWORD)).type()).isEqualTo(ProblemType.UNAUTHORIZED);
        assertThat(auth.login("gina", "lilies-in-may-1848").account().id()).isEqualTo(id);
    }

    private static PasswordChange change(String old, String fresh) {
        return PasswordChange.parse(new JsonObject().put("password", old).put("newPassword", fresh));
    }
}
