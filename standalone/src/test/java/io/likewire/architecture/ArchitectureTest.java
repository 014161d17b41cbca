package io.likewire.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.TimeUnit;

@AnalyzeClasses(packages = "io.likewire", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule contractsKnowNobody = noClasses()
            .that()
            .resideInAPackage("io.likewire.contracts..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.likewire.platform..",
                    "io.likewire.products..",
                    "io.likewire.likes..",
                    "io.likewire.gateway..",
                    "io.likewire.standalone..");

    @ArchTest
    static final ArchRule thePlatformKnowsNoService = noClasses()
            .that()
            .resideInAPackage("io.likewire.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.likewire.contracts.products..",
                    "io.likewire.contracts.likes..",
                    "io.likewire.products..",
                    "io.likewire.likes..",
                    "io.likewire.gateway..",
                    "io.likewire.standalone..");

    @ArchTest
    static final ArchRule noServiceSeesAnother = slices().matching(
                    "io.likewire.(products|likes|auth|gateway|tutorial)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule theCommandLineKnowsAddressesAndNoCode = classes()
            .that()
            .resideInAPackage("io.likewire.cli..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.likewire.cli..", "java..", "com.fasterxml.jackson..", "picocli..");

    @ArchTest
    static final ArchRule theDomainKnowsNoWebNoStatementsAndNoBroker = noClasses()
            .that()
            .resideInAnyPackage("io.likewire.products.domain..", "io.likewire.likes.domain..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.vertx.sqlclient..",
                    "io.vertx.mysqlclient..",
                    "io.vertx.ext.web..",
                    "io.vertx.rabbitmq..",
                    "com.rabbitmq..",
                    "io.likewire.platform.broker..",
                    "io.likewire.platform.outbox..",
                    "io.likewire..store..",
                    "io.likewire..events..");

    @ArchTest
    static final ArchRule verticlesContainNoStatements = noClasses()
            .that()
            .areAssignableTo(VerticleBase.class)
            .should()
            .dependOnClassesThat()
            .haveSimpleName("Statements");

    @ArchTest
    static final ArchRule onlyThePlatformSpeaksToTheBroker = classes()
            .that()
            .resideOutsideOfPackages(
                    "io.likewire.platform..",
                    "io.likewire.tutorial.transfer..",
                    "io.likewire.servers..",
                    "io.likewire.benchmarks..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages("io.vertx.rabbitmq..", "com.rabbitmq..");

    @ArchTest
    static final ArchRule nobodyReadsTheEnvironmentPastItsRecord = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.likewire.cli",
                    "io.likewire.platform.launch..",
                    "io.likewire.standalone..",
                    "io.likewire.servers..",
                    "io.likewire.benchmarks..")
            .should()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "getenv");

    /** What goes on for ever is a RepeatedTask, which nothing that is thrown ends. These wait once, or as often as they say. */
    @ArchTest
    static final ArchRule nobodyRearmsTimersByHand = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.likewire.gateway..", "io.likewire.cli..", "io.likewire.servers..", "io.likewire.benchmarks..")
            .and()
            .haveNameNotMatching(
                    ".*\\.(RepeatedTask|DeliveryRetry|BusClient|CountPush|QueueConsumer|LikeBatches|Migrations|Transactions"
                            + "|BusDeregistration)")
            .should()
            .callMethod(Vertx.class, "setTimer", long.class, Handler.class)
            .orShould()
            .callMethod(Vertx.class, "timer", long.class, TimeUnit.class);

    /** An answer to HEAD would get a body. */
    @ArchTest
    static final ArchRule wholeBodiesAreWrittenInOnePlace = noClasses()
            .that()
            .resideInAPackage("io.likewire.gateway..")
            .and()
            .doNotHaveSimpleName("ResponseBody")
            .should()
            .callMethod(HttpServerResponse.class, "end", Buffer.class)
            .orShould()
            .callMethod(HttpServerResponse.class, "end", String.class);

    @ArchTest
    static final ArchRule packagesNeedNoCircle =
            slices().matching("io.likewire.(*).(*)..").should().beFreeOfCycles();
}
