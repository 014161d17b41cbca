package io.likewire.servers.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** A test that takes a {@link TestBroker} and runs on each of those that this build is for. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Tag("brokers")
@ParameterizedTest(allowZeroInvocations = true)
@ArgumentsSource(OnEveryBroker.Brokers.class)
public @interface OnEveryBroker {
    /** As the system property {@code likewire.brokers} says: the first one, all, or what a build with the first one left out. */
    final class Brokers implements ArgumentsProvider {
        @Override
        public Stream<Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
            String build = System.getProperty("likewire.brokers", "all");
            boolean isFull = context.getTags().contains("full");
            return chosen(build, isFull, TestServers.allBrokers()).stream().map(Arguments::of);
        }

        static <T> List<T> chosen(String build, boolean isFull, List<T> all) {
            return switch (build) {
                case "first" -> all.subList(0, 1);
                case "others" -> isFull ? all : all.subList(1, all.size());
                default -> all;
            };
        }
    }
}
