package io.likewire.auth;

import static io.likewire.auth.Refusals.refusal;
import static io.likewire.auth.RunningAuth.PASSWORD;
import static io.likewire.auth.RunningAuth.await;
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
        return await(auth.client.refresh(session.refreshToken(), call()));
    }

    private static void isRefused(Session session) {
        assertThat(refusal(() -> refreshed(session)).type()).isEqualTo(ProblemType.UNAUTHORIZED);
    }

    @Test
    void logoutEndsTheSessionAndNoOther() {
        auth.register("frida");
        Session here = auth.login("frida", PASSWORD);
        Session there = auth.login("frida", PASSWORD);
        await(auth.client.logout(here.refreshToken(), call()));

        assertThat(auth.withdrawn()).contains(Tokens.sid(here)).doesNotContain(Tokens.sid(there));
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

        assertThat(auth.withdrawn()).contains(Tokens.sid(old)).doesNotContain(Tokens.sid(fresh));
        assertThat(refusal(() -> auth.login("gina", PASSWORD)).type()).isEqualTo(ProblemType.UNAUTHORIZED);
        assertThat(auth.login("gina", "lilies-in-may-1848").account().id()).isEqualTo(id);
    }

    private static PasswordChange change(String old, String fresh) {
        return PasswordChange.parse(new JsonObject().put("password", old).put("newPassword", fresh));
    }
}
