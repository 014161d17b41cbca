package io.likewire.gateway.resources.accounts;

import io.likewire.contracts.auth.AuthService;
import io.likewire.contracts.auth.Credentials;
import io.likewire.contracts.auth.PasswordChange;
import io.likewire.contracts.auth.Session;
import io.likewire.contracts.bus.Call;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.edge.RequestOrigin;
import io.likewire.gateway.identity.AuditTrail;
import io.likewire.gateway.identity.Principal;
import io.likewire.gateway.identity.SessionCookies;
import io.likewire.gateway.identity.VisitorLikesFollow;
import io.likewire.gateway.limits.Limits;
import io.likewire.gateway.resources.RequestReader;
import io.likewire.gateway.resources.ResponseWriter;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** {@code /api/auth}. */
public record AuthResource(
        AuthService auth,
        UsersResource users,
        Limits limits,
        VisitorLikesFollow likes,
        SessionCookies cookies,
        boolean registrationOpen) {
    /** A password is checked on purpose in a way that takes time, and others may be before it. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Whether anybody may make an account. */
    public void registration(RoutingContext context) {
        ResponseWriter.uncached(context, new JsonObject().put("open", registrationOpen));
    }

    public void register(RoutingContext context) {
        refuseForeignPages(context);
        if (!registrationOpen) {
            throw new Refusal(ProblemType.FORBIDDEN, "Sign-up is closed");
        }
        limits.registration(context.request());
        users.create(context);
    }

    public void login(RoutingContext context) {
        refuseForeignPages(context);
        limits.login(context.request());
        Credentials who = Credentials.parse(RequestReader.json(context));
        AuditTrail.subject(context, who.username());
        auth.login(who, SessionCookies.device(context), Call.command(PATIENCE))
                .compose(
                        session -> likes.follow(context, session.account().id()).map(session))
                .onComplete(session -> send(context, session), context::fail);
    }

    public void refresh(RoutingContext context) {
        refuseForeignPages(context);
        String token = SessionCookies.refresh(context);
        if (token == null) {
            throw new Refusal(ProblemType.UNAUTHORIZED, "The session has ended");
        }
        auth.refresh(token, Call.command(PATIENCE))
                .compose(
                        session -> likes.follow(context, session.account().id()).map(session))
                .onComplete(session -> send(context, session), failure -> {
                    if (failure instanceof Refusal refusal && refusal.type() == ProblemType.UNAUTHORIZED) {
                        cookies.end(context);
                    }
                    context.fail(failure);
                });
    }

    public void logout(RoutingContext context) {
        refuseForeignPages(context);
        String token = SessionCookies.refresh(context);
        cookies.end(context);
        Future<Void> ended = token == null ? Future.succeededFuture() : auth.logout(token, Call.command(PATIENCE));
        ended.onComplete(done -> context.response().setStatusCode(204).end(), context::fail);
    }

    public void changePassword(RoutingContext context) {
        limits.login(context.request());
        PasswordChange change = PasswordChange.parse(RequestReader.json(context));
        auth.changePassword(Principal.of(context).account(), change, Call.command(PATIENCE))
                .onComplete(session -> send(context, session), context::fail);
    }

    public void me(RoutingContext context) {
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, ResponseWriter.NO_STORE);
        auth.account(Principal.of(context).account(), Call.question(PATIENCE))
                .onComplete(account -> ResponseWriter.json(context, account.toJson()), context::fail);
    }

    private void send(RoutingContext context, Session session) {
        cookies.give(context, session);
        ResponseWriter.uncached(
                context,
                new JsonObject()
                        .put("accessToken", session.accessToken())
                        .put("tokenType", "Bearer")
                        .put("expiresIn", session.expiresIn()));
    }

    private static void refuseForeignPages(RoutingContext context) {
        if (RequestOrigin.isForeign(context.request())) {
            throw new Refusal(ProblemType.FORBIDDEN, "A page of another site may not do this");
        }
    }
}
