package io.likewire.gateway.pages.contract;

import static io.likewire.gateway.pages.contract.Contract.list;
import static io.likewire.gateway.pages.contract.Contract.map;
import static java.util.stream.Collectors.joining;

import io.likewire.gateway.edge.ResponseBody;
import io.likewire.gateway.pages.Markup;
import io.likewire.gateway.pages.Pages;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** {@code /docs}: the OpenAPI file for people, printed once. Runs on one event loop. */
public final class ContractPage {
    private static final String FRAME = "web/pages/docs.html";
    private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");

    /** An operation of a group. */
    private record Entry(String group, String link, String text) {}

    private final String page;
    private String site;
    private ResponseBody body;

    private ContractPage(String page) {
        this.page = page;
    }

    /** @param yaml the OpenAPI file */
    public static ContractPage of(String yaml) {
        return new ContractPage(Pages.html(FRAME).replace("{content}", content(new Contract(yaml))));
    }

    /** @param address of this site, which the examples call */
    public ResponseBody at(String address) {
        if (!address.equals(site)) {
            site = address;
            body = new ResponseBody(Buffer.buffer(page.replace("{site}", Markup.escaped(address))));
        }
        return body;
    }

    private static String content(Contract contract) {
        Prose prose = new Prose();
        OperationText text = new OperationText(contract, prose);
        List<Entry> entries = map(contract.root().get("paths")).entrySet().stream()
                .flatMap(path -> entries(path.getKey(), map(path.getValue()), text, prose))
                .toList();
        List<Map<String, Object>> groups =
                list(contract.root().get("tags")).stream().map(Contract::map).toList();
        return prose.html(map(contract.root().get("info")).get("description"))
                + groups.stream()
                        .map(group ->
                                "<h2>" + name(group) + "</h2>\n<ul>\n" + all(entries, group, Entry::link) + "</ul>\n")
                        .collect(joining("", "<nav class=\"operations\" aria-label=\"Operations\">\n", "</nav>\n"))
                + groups.stream()
                        .map(group -> "<h2 id=\"" + group.get("name") + "\">" + name(group) + "</h2>\n"
                                + prose.html(group.get("description"))
                                + all(entries, group, Entry::text))
                        .collect(joining());
    }

    private static Stream<Entry> entries(String path, Map<String, Object> item, OperationText text, Prose prose) {
        return METHODS.stream().filter(item::containsKey).map(method -> {
            Map<String, Object> operation = map(item.get(method));
            String link = "<li><a href=\"#" + operation.get("operationId") + "\">"
                    + prose.line(operation.get("summary")) + "</a></li>\n";
            String group = list(operation.get("tags")).get(0).toString();
            return new Entry(group, link, text.of(path, method, operation, list(item.get("parameters"))));
        });
    }

    private static String all(List<Entry> entries, Map<String, Object> group, Function<Entry, String> part) {
        return entries.stream()
                .filter(entry -> entry.group().equals(group.get("name")))
                .map(part)
                .collect(joining());
    }

    private static String name(Map<String, Object> group) {
        String name = group.get("name").toString();
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
