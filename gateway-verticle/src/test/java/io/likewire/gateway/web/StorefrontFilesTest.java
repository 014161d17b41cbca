package io.likewire.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** There is no bundler that would notice a wrong path or a WebJar of another version. */
class StorefrontFilesTest {
    private static final Pattern IMPORT_MAP = Pattern.compile("type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"");
    private static final Pattern IMPORT = Pattern.compile("\\b(?:from|import)\\s*[\"']([^\"']+)[\"']");

    private final String page = text("/index.html");
    private final JsonObject importMap = new JsonObject(all(IMPORT_MAP, page).get(0)).getJsonObject("imports");

    @Test
    void everyFileThatThePageNamesIsThere() {
        assertThat(all(LINK, page)).contains("/storefront.js", "/styles.css").allSatisfy(this::isThere);
    }

    @Test
    void everyLibraryPathOfTheImportMapIsThere() {
        assertThat(importMap.getMap().values()).isNotEmpty().allSatisfy(path -> isThere((String) path));
    }

    @Test
    void everyImportLeadsToAFile() {
        Deque<String> open = new ArrayDeque<>(List.of("/storefront.js"));
        Set<String> seen = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            String module = open.pop();
            if (seen.add(module)) {
                isThere(module);
                all(IMPORT, text(module)).forEach(name -> open.push(resolve(module, name)));
            }
        }
        assertThat(seen).contains("/live.js").anyMatch(module -> module.startsWith("/lib/lit-html/"));
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
        try (InputStream in = StorefrontFilesTest.class.getClassLoader().getResourceAsStream(resource(path))) {
            assertThat(in).as(path).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
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
