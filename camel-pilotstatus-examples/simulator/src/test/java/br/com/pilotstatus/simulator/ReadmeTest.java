/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.settings.ContractSettings;
import br.com.pilotstatus.simulator.settings.DeliverySettings;
import br.com.pilotstatus.simulator.settings.LifecycleSettings;
import br.com.pilotstatus.simulator.settings.ResourceSettings;
import br.com.pilotstatus.simulator.settings.RetentionSettings;
import br.com.pilotstatus.simulator.state.FailureCode;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the README to the code. */
class ReadmeTest {

    private final String readme;

    ReadmeTest() throws IOException {
        readme = Files.readString(Path.of("README.md"));
    }

    @Test
    void everySettingIsDescribed() {
        List<String> names = Stream.of(
                        LifecycleSettings.class,
                        DeliverySettings.class,
                        ContractSettings.class,
                        ResourceSettings.class,
                        RetentionSettings.class)
                .flatMap(settings -> Arrays.stream(settings.getRecordComponents()))
                .map(RecordComponent::getName)
                .toList();
        assertThat(names).isNotEmpty().allSatisfy(name -> assertThat(readme).containsPattern("[`.]" + name + "`"));
    }

    @Test
    void everyFaultIsDescribed() {
        JsonSubTypes.Type[] kinds =
                Fault.class.getAnnotation(JsonSubTypes.class).value();
        assertThat(kinds).isNotEmpty().allSatisfy(kind -> assertThat(readme).contains("| `" + kind.name() + "`"));
    }

    @Test
    void everyOptionIsDescribed() {
        List<String> options = CommandLine.USAGE
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("--") && !line.startsWith("--help"))
                .map(line -> line.split(" ", 2)[0])
                .toList();
        assertThat(options).isNotEmpty().allSatisfy(option -> assertThat(readme).contains('`' + option + '`'));
    }

    @Test
    void everyFailureHasItsRecipient() {
        assertThat(FailureCode.values())
                .allSatisfy(failure -> assertThat(readme).contains(failure.name()));
    }

    @Test
    void theKeyInTheExampleIsThatOfItsSeed() {
        try (PilotStatusSimulator simulator =
                PilotStatusSimulator.builder().seed("pilotstatus").build()) {
            assertThat(readme).contains("--seed pilotstatus").contains("KEY=" + simulator.apiKey() + "\n");
        }
    }
}
