package io.likewire.servers.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A test that takes a {@link TestBroker} and runs on each one of {@link TestServers#brokers()}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Tag("brokers")
@ParameterizedTest(allowZeroInvocations = true)
@MethodSource("io.likewire.servers.testing.TestServers#brokers")
public @interface OnEveryBroker {}
