package io.likewire.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.PRIVATE;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nothing that comes from outside gets into the text of a statement: it is a value of one, for a question mark. */
class StatementsTest {
    private static final String ROWS = "io.likewire.platform.database.Rows";
    private static final Set<String> RUN = Set.of("query", "preparedQuery", "prepare");
    private static final Set<String> RUN_FOR_OTHERS = Set.of("execute", "read", "write", "once");
    private static final Set<String> BUILD = Set.of("format", "formatted", "concat", "join", "append", "replace");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.likewire");

    @Test
    void whoeverRunsStatementsMakesNoText() {
        List<JavaClass> running = CLASSES.stream()
                .filter(StatementsTest::runsStatements)
                .filter(type -> !type.getPackageName().startsWith("io.likewire.benchmarks"))
                .toList();
        assertThat(running).hasSizeGreaterThan(25);
        assertThat(running)
                .filteredOn(type -> !type.getName().equals(ROWS))
                .filteredOn(StatementsTest::makesText)
                .isEmpty();
    }

    @Test
    void statementsOverManyRowsAreMadeOnceWhenTheirClassIsLoaded() {
        assertThat(CLASSES.get(ROWS).getConstructors().stream()
                        .flatMap(constructor -> constructor.getCallsOfSelf().stream())
                        .filter(call -> !call.getOriginOwner().getName().equals(ROWS))
                        .map(call -> call.getOrigin().getName()))
                .isNotEmpty()
                .containsOnly("<clinit>");
    }

    @Test
    void whatChoosesAStatementIsNeverText() {
        List<JavaMethod> choosing = CLASSES.stream()
                .filter(type -> type.getSimpleName().endsWith("Statements"))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> !method.getModifiers().contains(PRIVATE))
                .toList();
        assertThat(choosing).isNotEmpty();
        assertThat(choosing)
                .flatExtracting(JavaMethod::getRawParameterTypes)
                .allMatch(type -> type.isPrimitive() || type.isEnum());
    }

    @Test
    void onlyStoresRunStatements() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.likewire..store..",
                        "io.likewire.platform.database..",
                        "io.likewire.platform.recovery..",
                        "io.likewire.platform.outbox..",
                        "io.likewire.platform.idempotency..",
                        "io.likewire.benchmarks..",
                        "io.likewire.servers..")
                .and()
                .haveSimpleNameNotEndingWith("Verticle")
                .should()
                .callMethodWhere(describedRun())
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaCall<?>> describedRun() {
        return DescribedPredicate.describe("runs a statement", StatementsTest::runs);
    }

    private static boolean runsStatements(JavaClass type) {
        return type.getMethodCallsFromSelf().stream().anyMatch(StatementsTest::runs);
    }

    private static boolean runs(JavaCall<?> call) {
        return call.getTarget().getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(String.class))
                && (isIn("io.vertx.sqlclient", call) && RUN.contains(call.getName())
                        || isIn("io.likewire.platform.database", call) && RUN_FOR_OTHERS.contains(call.getName()));
    }

    private static boolean isIn(String room, JavaCall<?> call) {
        return call.getTargetOwner().getPackageName().startsWith(room);
    }

    /** Concatenation leaves no call behind that could be seen, but its name in the file. */
    private static boolean makesText(JavaClass type) {
        boolean builds = type.getMethodCallsFromSelf().stream()
                .filter(call -> !call.getOrigin().getName().equals("<clinit>"))
                .filter(call -> call.getTargetOwner().getPackageName().equals("java.lang"))
                .anyMatch(call -> BUILD.contains(call.getName()));
        return builds || bytes(type).contains("makeConcat");
    }

    private static String bytes(JavaClass type) {
        try (InputStream file = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return new String(file.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
