package io.likewire.gateway.resources.accounts;

import io.likewire.contracts.auth.Account;
import io.likewire.contracts.auth.AccountPatch;
import io.likewire.contracts.auth.AuthService;
import io.likewire.contracts.auth.Credentials;
import io.likewire.contracts.bus.Call;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.identity.AuditTrail;
import io.likewire.gateway.lists.Ids;
import io.likewire.gateway.lists.PageRequest;
import io.likewire.gateway.resources.RequestReader;
import io.likewire.gateway.resources.ResponseWriter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;

/** {@code /api/users} and {@code /api/user}. */
public record UsersResource(AuthService auth, Duration patience) {
    /** A password is hashed on purpose in a way that takes time, and others may be before it. */
    private static final Duration HASHING = Duration.ofSeconds(5);

    public void list(RoutingContext context) {
        PageRequest page =
                PageRequest.read(context.queryParams(), UsersResource::idOrZero, "Expected the id of a user.");
        auth.accounts(page.after(), page.limit(), Call.question(patience))
                .onComplete(
                        users -> ResponseWriter.part(context, page, users.last(), json(users.accounts())),
                        context::fail);
    }

    public void create(RoutingContext context) {
        Credentials who = Credentials.parseNew(RequestReader.json(context));
        AuditTrail.subject(context, who.username());
        auth.register(who, Call.command(HASHING))
                .onComplete(
                        account -> {
                            context.response().setStatusCode(201);
                            ResponseWriter.json(context, account.toJson());
                        },
                        context::fail);
    }

    public void change(RoutingContext context) {
        long id = Ids.parse(context.pathParam("userId"), 0);
        if (id == Ids.NONE) {
            throw new Refusal(ProblemType.NOT_FOUND, "There is no such user");
        }
        AccountPatch patch = AccountPatch.parse(RequestReader.mergePatch(context));
        AuditTrail.subject(context, "account " + id + " " + patch);
        auth.change(id, patch, Call.command(patience))
                .onComplete(account -> ResponseWriter.json(context, account.toJson()), context::fail);
    }

    /** Some existing one. */
    public void random(RoutingContext context) {
        auth.anyone(Call.question(patience))
                .onComplete(id -> ResponseWriter.json(context, Buffer.buffer("{\"id\":" + id + "}")), context::fail);
    }

    private static long idOrZero(String text) {
        return text.equals("0") ? 0 : Ids.parse(text, 0);
    }

    private static Buffer json(List<Account> accounts) {
        return new JsonArray(accounts.stream().map(Account::toJson).toList()).toBuffer();
    }
}
