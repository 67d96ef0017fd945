/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.simulator.PilotStatusSimulatorExtension;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An application without Micrometer, whose classes all come from a class path that does not have it. */
@Timeout(60)
class WithoutMicrometerTest {

    @RegisterExtension
    static final PilotStatusSimulatorExtension EXTENSION = new PilotStatusSimulatorExtension();

    private URLClassLoader classes;
    private ClassLoader before;

    @BeforeEach
    void enter() throws Exception {
        List<Path> entries = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> !entry.getFileName().toString().startsWith("micrometer-"))
                .toList();
        URL[] urls = new URL[entries.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = entries.get(i).toUri().toURL();
        }
        classes = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
        before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(classes);
    }

    // Leaves the loader open: threads of libraries that are about to end may still ask it for classes.
    @AfterEach
    void leave() {
        Thread.currentThread().setContextClassLoader(before);
    }

    @Test
    void itIsReallyNotThere() {
        assertThatThrownBy(() -> classes.loadClass("io.micrometer.core.instrument.MeterRegistry"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    @SuppressWarnings("unchecked")
    void messagesAreSentAllTheSame() throws Exception {
        Function<Map<String, String>, String> application =
                (Function<Map<String, String>, String>) classes.loadClass(IsolatedSend.class.getName())
                        .getDeclaredConstructor()
                        .newInstance();
        String outcome = application.apply(Map.of(
                "baseUrl", EXTENSION.simulator().baseUrl(),
                "apiKey", EXTENSION.simulator().apiKey()));
        assertThat(outcome).isEqualTo("ACCEPTED");
        assertThat(EXTENSION.simulator().ledger().count()).isEqualTo(1);
    }
}
