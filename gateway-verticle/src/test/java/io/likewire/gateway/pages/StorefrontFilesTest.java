package io.likewire.gateway.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** There is no bundler that would notice a wrong path or a WebJar of another version. */
class StorefrontFilesTest {
    private static final Pattern IMPORT_MAP = Pattern.compile("type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
    private static final Pattern FILE = Pattern.compile("(?:src|href)=\"(/[^\"]+\\.[a-z0-9]+)\"");
    private static final Pattern IMPORT = Pattern.compile("\\b(?:from|import)\\s*[\"']([^\"']+)[\"']");

    private final String page = text("/index.html");
    private final JsonObject importMap = new JsonObject(all(IMPORT_MAP, page).get(0)).getJsonObject("imports");

    @ParameterizedTest
    @ValueSource(strings = {"/index.html", "/admin.html", "/embed.html"})
    void everyFileThatAPageNamesIsThere(String page) {
        assertThat(all(FILE, text(page))).contains("/theme.js", "/styles.css").allSatisfy(this::isThere);
    }

    @Test
    void everyPageHasTheImportMapWhoseHashIsAllowed() {
        assertThat(all(IMPORT_MAP, text("/admin.html"))).isEqualTo(all(IMPORT_MAP, page));
        assertThat(all(IMPORT_MAP, text("/embed.html"))).isEmpty();
    }

    @Test
    void everyLibraryPathOfTheImportMapIsThere() {
        assertThat(importMap.getMap().values()).isNotEmpty().allSatisfy(path -> isThere((String) path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/shop.js", "/admin/admin.js"})
    void everyImportLeadsToAFile(String script) {
        assertThat(modules(script)).contains("/live.js").anyMatch(module -> module.startsWith("/lib/lit-html/"));
    }

    /** Pages of other sites have no import map. */
    @ParameterizedTest
    @ValueSource(strings = {"/like-button.js", "/pages/embed.js"})
    void theEmbeddedButtonNeedsNoLibrary(String script) {
        assertThat(modules(script)).contains("/live.js", "/visitor.js").noneMatch(module -> module.startsWith("/lib/"));
    }

    /** Else each import is found only when the file before it has come. */
    @Test
    void everyScriptOfTheStorefrontIsAskedForAtOnce() {
        assertThat(modules("/shop.js"))
                .filteredOn(module -> !module.startsWith("/lib/"))
                .allSatisfy(module -> assertThat(all(FILE, page)).contains(module));
    }

    @Test
    void theFirstLoadIsSmall() {
        Set<String> files = new TreeSet<>(modules("/shop.js"));
        files.addAll(all(FILE, page));
        files.add("/index.html");

        long bytes = files.stream().mapToLong(StorefrontFilesTest::packed).sum();

        assertThat(bytes).as("%d files", files.size()).isLessThan(60_000);
    }

    private Set<String> modules(String script) {
        Deque<String> open = new ArrayDeque<>(List.of(script));
        Set<String> seen = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            String module = open.pop();
            if (seen.add(module)) {
                isThere(module);
                all(IMPORT, text(module)).forEach(name -> open.push(resolve(module, name)));
            }
        }
        return seen;
    }

    /** As it is sent. */
    private static long packed(String path) {
        PackagedFile file = PackagedFile.of(PackagedFile.type(path), Buffer.buffer(bytes(path)));
        return (file.packed() == null ? file.plain() : file.packed()).length();
    }

    private String resolve(String module, String name) {
        if (name.startsWith("./") || name.startsWith("../")) {
            return Path.of(module).resolveSibling(name).normalize().toString();
        }
        assertThat(importMap.getMap()).as(module + " imports " + name).containsKey(name);
        return importMap.getString(name);
    }

    private void isThere(String path) {
        assertThat(getClass().getClassLoader().getResource(resource(path)))
                .as(path)
                .isNotNull();
    }

    private static String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String path) {
        try (InputStream in = StorefrontFilesTest.class.getClassLoader().getResourceAsStream(resource(path))) {
            assertThat(in).as(path).isNotNull();
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(path, e);
        }
    }

    /** As the gateway serves them. */
    private static String resource(String path) {
        return path.startsWith("/lib/") ? "META-INF/resources/webjars" + path.substring("/lib".length()) : "web" + path;
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }
}
