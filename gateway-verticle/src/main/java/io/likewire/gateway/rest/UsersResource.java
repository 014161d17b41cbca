package io.likewire.gateway.rest;

import io.likewire.contracts.auth.Account;
import io.likewire.contracts.auth.AccountPage;
import io.likewire.contracts.auth.AccountPatch;
import io.likewire.contracts.auth.AuthService;
import io.likewire.contracts.bus.Call;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.access.AuditTrail;
import io.likewire.gateway.input.Ids;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code /api/users} and {@code /api/user}. */
record UsersResource(AuthService auth, Duration patience) {
    private static final CharSequence LINK = HttpHeaders.createOptimized("Link");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final int LIMIT_MAX = 500;
    private static final int LIMIT_USUAL = 100;

    void list(RoutingContext context) {
        long limit = number(context.queryParam("limit"), LIMIT_USUAL);
        long after = number(context.queryParam("after"), 0);
        check(limit, after);
        auth.accounts(after, (int) limit, Call.question(patience))
                .onComplete(page -> send(context, limit, page), context::fail);
    }

    void change(RoutingContext context) {
        long id = Ids.parse(context.pathParam("userId"), 0);
        if (id == Ids.NONE) {
            throw new Refusal(ProblemType.NOT_FOUND, "There is no such user");
        }
        AccountPatch patch = AccountPatch.parse(Requests.mergePatch(context));
        AuditTrail.subject(context, "account " + id + " " + patch);
        auth.change(id, patch, Call.command(patience))
                .onComplete(account -> Replies.json(context, account.toJson().toBuffer()), context::fail);
    }

    /** Some existing one. */
    void random(RoutingContext context) {
        auth.anyone(Call.question(patience))
                .onComplete(id -> Replies.json(context, Buffer.buffer("{\"id\":" + id + "}")), context::fail);
    }

    private static void check(long limit, long after) {
        Map<String, List<String>> errors = new TreeMap<>();
        if (limit < 1 || limit > LIMIT_MAX) {
            errors.put("limit", List.of("Expected a number from 1 to " + LIMIT_MAX + "."));
        }
        if (after == Ids.NONE) {
            errors.put("after", List.of("Expected the id of a user."));
        }
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
    }

    private static long number(List<String> values, long usual) {
        if (values.isEmpty()) {
            return usual;
        }
        boolean zero = values.size() == 1 && values.get(0).equals("0");
        return zero ? 0 : values.size() == 1 ? Ids.parse(values.get(0), 0) : Ids.NONE;
    }

    private static void send(RoutingContext context, long limit, AccountPage page) {
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
        if (page.last() != null) {
            String next = "/api/users?limit=" + limit + "&after=" + page.last();
            context.response().putHeader(LINK, "<" + next + ">; rel=\"next\"");
        }
        JsonArray accounts =
                new JsonArray(page.accounts().stream().map(Account::toJson).toList());
        Replies.json(context, accounts.toBuffer());
    }
}
