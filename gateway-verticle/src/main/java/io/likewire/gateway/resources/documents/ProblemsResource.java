package io.likewire.gateway.resources.documents;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.pages.ProblemPages;
import io.likewire.gateway.resources.ResponseWriter;
import io.vertx.ext.web.RoutingContext;

/** {@code /problems} and the page of each. */
public record ProblemsResource(ProblemPages pages) {
    public void list(RoutingContext context) {
        ResponseWriter.page(context, pages.all());
    }

    public void about(RoutingContext context) {
        String page = pages.about(context.pathParam("problem"));
        if (page == null) {
            throw new Refusal(ProblemType.NOT_FOUND, "There is no such type of problem");
        }
        ResponseWriter.page(context, page);
    }
}
