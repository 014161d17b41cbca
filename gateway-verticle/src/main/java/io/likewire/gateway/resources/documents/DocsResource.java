package io.likewire.gateway.resources.documents;

import io.likewire.gateway.edge.Proxies;
import io.likewire.gateway.pages.SiteAddress;
import io.likewire.gateway.pages.contract.ContractPage;
import io.likewire.gateway.resources.ResponseWriter;
import io.vertx.ext.web.RoutingContext;

/** {@code /docs}: the OpenAPI file for people. */
public record DocsResource(ContractPage page, Proxies proxies) {
    public void get(RoutingContext context) {
        ResponseWriter.page(context, page.at(SiteAddress.of(context.request(), proxies)));
    }
}
