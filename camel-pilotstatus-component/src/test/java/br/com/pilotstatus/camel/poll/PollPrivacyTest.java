/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.poll;

import static br.com.pilotstatus.camel.poll.PollNode.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.LogRecorder;
import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.store.ClaimStore;
import br.com.pilotstatus.camel.store.MemoryClaimStore;
import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.PilotStatusSimulatorExtension;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What polling writes down of customers, messages and keys: nothing. */
@Timeout(60)
class PollPrivacyTest {

    private static final String CUSTOMER = "+5511977770000";

    @RegisterExtension
    static final PilotStatusSimulatorExtension EXTENSION = new PilotStatusSimulatorExtension();

    private final PilotStatusSimulator simulator = EXTENSION.simulator();
    private final PollNode node = new PollNode(simulator.baseUrl(), simulator.apiKey());
    private final List<String> secrets = List.of("977770000", "Confidential", "Marina", simulator.apiKey());

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void theLogHoldsNothingPersonalAlsoWhenAllFails() throws Exception {
        AtomicInteger failures = new AtomicInteger();
        node.doing(exchange -> {
            if (failures.incrementAndGet() <= 4) {
                throw new IllegalStateException("no database");
            }
        });
        try (LogRecorder log = new LogRecorder()) {
            talk();
            simulator.faults().add(FaultRule.always(Fault.status(400)).on("listMessageHistory"));
            await().atMost(SOON)
                    .until(() -> !log.lines("Failed polling endpoint").isEmpty());

            assertThat(log.lines("no database")).isNotEmpty();
            assertThat(log.lines())
                    .filteredOn(line -> line.contains(" br.com.pilotstatus.") || line.contains(" org.apache.camel."))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).doesNotContain(secrets));
        }
    }

    @Test
    void theInboxHoldsNothingPersonal() throws Exception {
        Map<String, String> kept = new ConcurrentHashMap<>();
        node.with(new KeyKeeper(kept, new MemoryClaimStore()));
        String sent = talk();

        assertThat(kept.keySet()).anyMatch(key -> key.contains(sent));
        assertThat(kept).allSatisfy((key, content) -> assertThat(key + content).doesNotContain(secrets));
    }

    /** Returns the id of the message sent. */
    private String talk() throws Exception {
        node.start("");
        node.awaitPolls(1);
        simulator.inbound().text(CUSTOMER, "Confidential");
        String sent = node.context()
                .createFluentProducerTemplate()
                .to("pilotstatus:send")
                .withHeader(PilotStatusConstants.TO, CUSTOMER)
                .withBody("Confidential, too")
                .send()
                .getMessage()
                .getHeader(PilotStatusConstants.MESSAGE_ID, String.class);
        simulator.clock().advance(Duration.ofSeconds(5));
        node.awaitEvents(4);
        return sent;
    }

    private record KeyKeeper(Map<String, String> kept, ClaimStore store) implements ClaimStore {

        @Override
        public Claim claim(String key, String content, Duration lease) {
            kept.put(key, content);
            return store.claim(key, content, lease);
        }

        @Override
        public void done(String key, String result) {
            kept.put(key, result);
            store.done(key, result);
        }

        @Override
        public void release(String key) {
            store.release(key);
        }

        @Override
        public Optional<String> result(String key) {
            return store.result(key);
        }

        @Override
        public List<OpenClaim> open(String keyPrefix, int limit) {
            return store.open(keyPrefix, limit);
        }
    }
}
