package io.likewire.gateway.resources.documents;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.edge.Proxies;
import io.likewire.gateway.edge.ResponseBody;
import io.likewire.gateway.pages.ProblemPages;
import io.likewire.gateway.pages.contract.ContractPage;
import io.likewire.gateway.resources.ResponseWriter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** {@code /openapi.yaml}, the same for people at {@code /docs}, {@code /problems} and the page of each. */
public final class DocumentsResource {
    private static final CharSequence YAML = HttpHeaders.createOptimized("application/yaml");
    private final ProblemPages problems = ProblemPages.load();
    private final Buffer yaml;
    private final ContractPage docs;
    private final Proxies proxies;

    /** Takes its time. @param yaml the OpenAPI file */
    public DocumentsResource(Buffer yaml, Proxies proxies) {
        this.yaml = yaml;
        this.docs = ContractPage.of(yaml.toString());
        this.proxies = proxies;
    }

    public void contract(RoutingContext context) {
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, YAML);
        ResponseBody.end(context.request(), yaml);
    }

    public void docs(RoutingContext context) {
        ResponseWriter.page(context, docs.at(proxies.siteAddress(context.request())));
    }

    public void problems(RoutingContext context) {
        ResponseWriter.page(context, problems.all());
    }

    public void problem(RoutingContext context) {
        String page = problems.about(context.pathParam("problem"));
        if (page == null) {
            throw new Refusal(ProblemType.NOT_FOUND, "There is no such type of problem");
        }
        ResponseWriter.page(context, page);
    }
}
