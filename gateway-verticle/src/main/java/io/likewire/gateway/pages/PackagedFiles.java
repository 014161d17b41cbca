package io.likewire.gateway.pages;

import io.likewire.gateway.edge.Gzip;
import io.likewire.gateway.edge.ResponseBody;
import io.likewire.gateway.lists.Conditions;
import io.likewire.gateway.lists.ETags;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The files of a folder in the jar. Each is read and packed when it is first asked for, and kept: there are few, and they
 * don't change. Runs on one event loop.
 */
final class PackagedFiles implements Handler<RoutingContext> {
    /** What our own files are called, and those of the libraries; no part starts with a dot. Possessive: no stack for each part. */
    private static final Pattern PATH = Pattern.compile("(?:/[\\w@-][\\w@.-]*+)++");

    /** Pages have addresses; some of their files are filled in first. */
    private static final String PAGE = ".html";

    private static final CharSequence GZIP = HttpHeaders.createOptimized("gzip");
    private final String folder;
    private final String mount;
    private final CharSequence caching;
    private final Map<String, Future<PackagedFile>> kept = new HashMap<>();

    /**
     * @param mount the part of the path before that of the file
     * @param caching for how long browsers may keep them
     */
    PackagedFiles(String folder, String mount, String caching) {
        this.folder = folder;
        this.mount = mount;
        this.caching = HttpHeaders.createOptimized(caching);
    }

    @Override
    public void handle(RoutingContext context) {
        String asked = context.normalizedPath().substring(mount.length());
        String path = mount.isEmpty() ? PageFiles.file(asked) : asked;
        CharSequence type = PackagedFile.type(path);
        if (type == null || asked.endsWith(PAGE) || !PATH.matcher(path).matches()) {
            context.next();
            return;
        }
        file(context.vertx(), path, type).onComplete(file -> send(context, file), missing -> context.next());
    }

    private Future<PackagedFile> file(Vertx vertx, String path, CharSequence type) {
        Future<PackagedFile> known = kept.get(path);
        if (known != null) {
            return known;
        }
        Future<PackagedFile> file = vertx.fileSystem()
                .readFile(folder + path)
                .compose(bytes ->
                        vertx.executeBlocking(() -> PackagedFile.of(type, path.endsWith(PAGE) ? page(bytes) : bytes)));
        kept.put(path, file);
        return file.onFailure(missing -> kept.remove(path));
    }

    private static Buffer page(Buffer html) {
        return Buffer.buffer(WebFiles.page(html.toString()));
    }

    private void send(RoutingContext context, PackagedFile file) {
        HttpServerRequest request = context.request();
        boolean pack = file.packed() != null && Gzip.isTaken(request);
        String tag = pack ? ETags.compressed(file.tag()) : file.tag();
        HttpServerResponse response =
                context.response().putHeader(HttpHeaders.ETAG, tag).putHeader(HttpHeaders.CACHE_CONTROL, caching);
        if (Conditions.known(request, tag)) {
            response.setStatusCode(304).end();
            return;
        }
        Buffer bytes = pack ? file.packed() : file.plain();
        response.putHeader(HttpHeaders.CONTENT_TYPE, file.type());
        if (pack) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, GZIP);
        }
        ResponseBody.end(request, bytes);
    }
}
