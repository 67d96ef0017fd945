/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Runs a simulator for JUnit 5 tests on a free port and points the component at it through the system properties
 * {@code camel.component.pilotstatus.base-url}, {@code .api-key} and {@code .account-key}, which are put back afterwards.
 *
 * <p>As a static field or by {@code @ExtendWith} one simulator serves the whole class and is reset before each test; as an
 * instance field each test has its own. System properties are global: classes that use it must not run in parallel.
 *
 * <p>Not for tests with Spring, which keeps an application longer than this keeps a simulator; they have
 * {@code PilotStatusSimulatorConfiguration}.
 */
public final class PilotStatusSimulatorExtension
        implements BeforeAllCallback,
                BeforeEachCallback,
                AfterEachCallback,
                AfterAllCallback,
                ParameterResolver,
                AutoCloseable {

    // By its name, as it need not be there.
    private static final String SPRING = "org.springframework.test.context.junit.jupiter.SpringExtension";

    private static final String PREFIX = "camel.component.pilotstatus.";

    private final PilotStatusSimulator.Builder description;
    private final Map<String, String> replaced = new LinkedHashMap<>();
    private PilotStatusSimulator simulator;
    private boolean sharedByClass;

    /** With all defaults. */
    public PilotStatusSimulatorExtension() {
        this(PilotStatusSimulator.builder());
    }

    /** With a simulator of this description. */
    public PilotStatusSimulatorExtension(PilotStatusSimulator.Builder description) {
        this.description = description;
    }

    /**
     * The running simulator.
     *
     * @throws IllegalStateException outside a test
     */
    public PilotStatusSimulator simulator() {
        if (simulator == null) {
            throw new IllegalStateException("The simulator runs only during tests");
        }
        return simulator;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        requireNoSpring(context.getRequiredTestClass());
        // Nested classes call this too; they share what the outer class started.
        if (simulator == null) {
            sharedByClass = true;
            start();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        requireNoSpring(context.getRequiredTestClass());
        if (simulator == null) {
            start();
        } else {
            simulator.reset();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (!sharedByClass) {
            close();
        } else if (simulator != null) {
            // The fields of the next test are set before its beforeEach; they must not see what this one left.
            simulator.reset();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (context.getParent().flatMap(ExtensionContext::getTestClass).isEmpty()) {
            close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == PilotStatusSimulator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return simulator();
    }

    private static void requireNoSpring(Class<?> testClass) {
        boolean spring = AnnotationSupport.findRepeatableAnnotations(testClass, ExtendWith.class).stream()
                .flatMap(extensions -> Stream.of(extensions.value()))
                .anyMatch(extension -> extension.getName().equals(SPRING));
        if (spring) {
            throw new ExtensionConfigurationException(
                    "PilotStatusSimulatorExtension ends its simulator with the test class, while Spring keeps the"
                            + " application for other classes, which would call a simulator that is gone. Put"
                            + " @Import(PilotStatusSimulatorConfiguration.class) on the test and have the"
                            + " PilotStatusSimulator injected");
        }
        if (testClass.getEnclosingClass() != null) {
            requireNoSpring(testClass.getEnclosingClass());
        }
    }

    private void start() {
        simulator = description.build().start();
        set("base-url", simulator.baseUrl());
        set("api-key", simulator.apiKey());
        set("account-key", simulator.accountKey());
    }

    /** Ends the simulator and puts the properties back. JUnit does this by itself. */
    @Override
    public void close() {
        if (simulator != null) {
            simulator.close();
            simulator = null;
            replaced.forEach((name, value) -> {
                if (value == null) {
                    System.clearProperty(name);
                } else {
                    System.setProperty(name, value);
                }
            });
            replaced.clear();
        }
    }

    private void set(String option, String value) {
        replaced.put(PREFIX + option, System.setProperty(PREFIX + option, value));
    }
}
