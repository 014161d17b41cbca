package io.likewire.gateway.rest;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.web.ProblemPages;
import io.vertx.ext.web.RoutingContext;

/** {@code /problems} and the page of each. */
record ProblemsResource(ProblemPages pages) {
    void list(RoutingContext context) {
        Replies.page(context, pages.all());
    }

    void about(RoutingContext context) {
        String page = pages.about(context.pathParam("problem"));
        if (page == null) {
            throw new Refusal(ProblemType.NOT_FOUND, "There is no such type of problem");
        }
        Replies.page(context, page);
    }
}
