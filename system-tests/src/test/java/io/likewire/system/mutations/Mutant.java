package io.likewire.system.mutations;

import io.likewire.system.mutations.Mutation.Edit;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A mutation, compiled: classes that come before those of the service's jar. */
final class Mutant {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private Mutant() {}

    /** The directory of the classes; fails when the mutation doesn't fit the sources any more. */
    static Path of(Mutation mutation) throws IOException {
        Path home =
                Path.of("target", "mutants", mutation.name().replace(' ', '-').replace("'", ""));
        Path sources = home.resolve("sources");
        Path classes = Files.createDirectories(home.resolve("classes"));
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> file : edited(mutation).entrySet()) {
            Path copy = sources.resolve(file.getKey());
            Files.createDirectories(copy.getParent());
            files.add(Files.writeString(copy, file.getValue()));
        }
        compile(mutation, files, classes);
        return classes.toAbsolutePath();
    }

    private static Map<String, String> edited(Mutation mutation) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        for (Edit edit : mutation.edits()) {
            String text = files.containsKey(edit.file())
                    ? files.get(edit.file())
                    : Files.readString(ROOT.resolve(edit.file()));
            Matcher place = pattern(edit.from()).matcher(text);
            if (place.results().count() != 1) {
                throw new IllegalStateException(String.format(
                        Locale.ROOT, "Expected '%s' once in %s: adapt the mutation", edit.from(), edit.file()));
            }
            files.put(edit.file(), place.replaceFirst(Matcher.quoteReplacement(edit.to())));
        }
        return files;
    }

    /** Line breaks and indentation are as they please. */
    private static Pattern pattern(String text) {
        return Pattern.compile(
                Stream.of(text.strip().split("\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s+")));
    }

    private static void compile(Mutation mutation, List<Path> files, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-cp", classPath(mutation.service()), "-d", classes.toString(), "-nowarn");
            boolean done = compiler.getTask(
                            complaints, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
            if (!done) {
                throw new IllegalStateException(mutation + " does not compile:\n" + complaints);
            }
        }
    }

    private static String classPath(String service) throws IOException {
        Path target = ROOT.resolve(service).resolve("target");
        try (Stream<Path> libraries = Files.list(target.resolve("lib"))) {
            return target.resolve(service + ".jar")
                    + libraries.map(library -> ":" + library).reduce("", String::concat);
        }
    }
}
