/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.simulator.settings.ContractSettings.MetaEvents;
import br.com.pilotstatus.simulator.settings.DeliverySettings;
import br.com.pilotstatus.simulator.settings.LifecycleSettings;
import br.com.pilotstatus.simulator.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return SimulatorMain.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void theFormOfMetaEventsIsAnOption() {
        assertThat(CommandLine.parse("--meta-events", "both")
                        .builder()
                        .description()
                        .settings()
                        .contract()
                        .metaEvents())
                .isEqualTo(MetaEvents.BOTH);
    }

    @Test
    void allOptionsAreRead() {
        SimulatorDescription description = CommandLine.parse(
                        "--port",
                        "1234",
                        "--host",
                        "0.0.0.0",
                        "--seed",
                        "mine",
                        "--webhook-secret",
                        "shh",
                        "--signature-header",
                        "x-signature",
                        "--signature-prefix",
                        "sha256=",
                        "--delays",
                        "1,2,3",
                        "--allow-remote-webhooks",
                        "--allow-remote-control",
                        "--free-plan")
                .builder()
                .description();
        Settings settings = description.settings();
        assertThat(description).isEqualTo(new SimulatorDescription("0.0.0.0", 1234, "mine", true, settings));
        assertThat(settings.delivery())
                .isEqualTo(new DeliverySettings("shh", "x-signature", "sha256=", 10, 1_000, 2, 10_000, true));
        assertThat(settings.lifecycle()).isEqualTo(new LifecycleSettings(1, 2, 3, true, true, true));
        assertThat(settings.contract().freePlan()).isTrue();
    }

    @Test
    void withoutOptionsItListensOnThisMachineOnly() {
        SimulatorDescription description = CommandLine.parse().builder().description();
        assertThat(description.host()).isEqualTo("127.0.0.1");
        assertThat(description.port()).isEqualTo(CommandLine.DEFAULT_PORT);
    }

    @ParameterizedTest
    @CsvSource({
        "--prot, Unknown option --prot",
        "--port, --port needs a value",
        "'--port x', --port takes a number",
        "'--port 70000', port must be from 0 to 65535",
        "'--delays 1,2', --delays takes three numbers"
    })
    void anOptionThatMakesNoSenseIsExplained(String arguments, String message) {
        assertThatThrownBy(() -> CommandLine.parse(arguments.split(" ", -1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aMistakeEndsWithStatusTwoAndTheUsage() {
        assertThat(run("--prot")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--prot", "--port PORT");
    }

    @Test
    void helpPrintsTheUsageAndStartsNothing() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--port PORT").doesNotContain("Ready");
    }

    @Test
    void aPortInUseEndsWithStatusOne() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("--port", Integer.toString(taken.getLocalPort()))).isEqualTo(1);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("could not start");
        }
    }
}
