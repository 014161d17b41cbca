package io.likewire.system.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Notices whatever a page is made to do: dialogs, broken rules, requests to elsewhere. */
final class Tripwire {
    private static final String HOOKS = """
            window.tripped = [];
            for (const name of ['alert', 'prompt', 'confirm', 'open', 'print'])
              window[name] = (...given) => { window.tripped.push(name + ': ' + given); };
            addEventListener('securitypolicyviolation', event =>
              window.tripped.push(event.violatedDirective + ': ' + event.blockedURI));
            """;
    private final Page page;
    private final List<String> strangers = new CopyOnWriteArrayList<>();
    private final List<String> pictures = new CopyOnWriteArrayList<>();

    Tripwire(Page page, String home) {
        this.page = page;
        page.addInitScript(HOOKS);
        page.onDialog(dialog -> strangers.add("dialog " + dialog.message()));
        page.onPopup(popup -> strangers.add("popup " + popup.url()));
        page.route(address -> !address.startsWith(home), route -> {
            note(route.request());
            route.abort();
        });
    }

    /** Only pictures of products may come from elsewhere. */
    private void note(Request request) {
        String host = URI.create(request.url().split("\\?")[0]).getHost();
        boolean picture = request.resourceType().equals("image") && Payloads.PICTURES.equals(host);
        (picture ? pictures : strangers).add(request.url());
    }

    List<String> pictures() {
        return pictures;
    }

    /** What happened and should not have. */
    List<String> tripped() {
        @SuppressWarnings("unchecked")
        List<String> inside = (List<String>) page.evaluate("window.tripped ?? []");
        return Stream.of(inside, strangers).flatMap(List::stream).toList();
    }
}
