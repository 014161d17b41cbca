package io.likewire.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is asked of a program. */
enum Workload {
    ONE("get one of 100", "one", 100),
    COLD("get one of 10,000", "one", 10_000),
    LIST("list of 100", "list", 100),
    LIKE("like, 100 products", "like", 100),
    HOT("like, one product", "like", 1);

    /** Products that a run of likes has for itself. */
    static final int BLOCK = 100;

    final String title;
    final int products;
    private final String script;

    Workload(String title, String script, int products) {
        this.title = title;
        this.script = script;
        this.products = products;
    }

    boolean writes() {
        return script.equals("like");
    }

    /** Arguments of the script of the load program that is one of several. */
    List<String> arguments(int firstProduct, int lane, int lanes, Visitors visitors) {
        return List.of(
                script,
                Integer.toString(firstProduct),
                Integer.toString(products),
                Integer.toString(lane),
                Integer.toString(lanes),
                visitors.file().toString(),
                Integer.toString(visitors.count()));
    }

    static List<Workload> named(String names) {
        return Arrays.stream(names.split(","))
                .map(name -> valueOf(name.toUpperCase(Locale.ROOT)))
                .toList();
    }
}
