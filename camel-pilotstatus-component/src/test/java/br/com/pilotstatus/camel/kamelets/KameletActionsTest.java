/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.kamelets;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.SimulatorTestSupport;
import br.com.pilotstatus.simulator.state.MessageStatus;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The actions, as a YAML route and a Pipe use them. */
class KameletActionsTest extends SimulatorTestSupport {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A message that waits for its time. */
    private Map<String, Object> sent() {
        Exchange sent = send("pilotstatus:send?deliverAt=PT2H&to=" + PHONE, "Hi");
        assertThat(sent.getException()).isNull();
        return Map.of(PilotStatusConstants.MESSAGE_ID, onlySend().id());
    }

    @ParameterizedTest
    @EnumSource
    void theStateOfTheMessageThatASendLeftIsAskedFor(Form form) throws Exception {
        form.step(context, "pilotstatus-status-action", Map.of());
        Exchange asked = send("direct:in", "an order", sent());
        assertThat(JSON.readTree(asked.getMessage().getBody(String.class))
                        .path("status")
                        .asText())
                .isEqualTo(asked.getMessage().getHeader(PilotStatusConstants.STATUS))
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aMessageIsCanceledByItsId(Form form) throws Exception {
        String id = String.valueOf(sent().get(PilotStatusConstants.MESSAGE_ID));
        form.step(context, "pilotstatus-cancel-action", Map.of("messageId", "${body}"));
        Exchange canceled = send("direct:in", id);
        assertThat(JSON.readTree(canceled.getMessage().getBody(String.class)).isObject())
                .isTrue();
        assertThat(simulator().messages().awaitStatus(id, MessageStatus.CANCELED, SOON))
                .isNotNull();
    }
}
