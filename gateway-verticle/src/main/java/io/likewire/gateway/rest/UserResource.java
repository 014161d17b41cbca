package io.likewire.gateway.rest;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.users.Users;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** {@code /api/user}. */
record UserResource(Users users) {
    void random(RoutingContext context) {
        users.random()
                .map(id -> id.orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND, "There are no users")))
                .onComplete(id -> Replies.json(context, Buffer.buffer("{\"id\":" + id + "}")), context::fail);
    }
}
