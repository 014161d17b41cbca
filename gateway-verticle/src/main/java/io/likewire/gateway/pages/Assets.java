package io.likewire.gateway.pages;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;

/**
 * {@code /assets/{version}/...}: the files that pages of this release name. While releases change, a page of another node asks
 * for those of its own: it gets what is here, and no browser keeps it.
 */
final class Assets implements Handler<RoutingContext> {
    private static final Pattern ANY = Pattern.compile("/assets/[0-9a-f]{" + FolderDigest.LENGTH + "}/.+");
    private final PackagedFiles ours = new PackagedFiles("web", WebFiles.ASSETS, Pages.FOR_EVER);
    private final PackagedFiles others = new PackagedFiles("web", WebFiles.ASSETS, Pages.ASKED_EACH_TIME);

    @Override
    public void handle(RoutingContext context) {
        String path = context.normalizedPath();
        if (path.startsWith(WebFiles.ASSETS + "/")) {
            ours.handle(context);
        } else if (ANY.matcher(path).matches()) {
            others.handle(context);
        } else {
            context.next();
        }
    }
}
