/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main;

import static br.com.pilotstatus.examples.main.Bridge.forAWhile;
import static br.com.pilotstatus.examples.main.Bridge.soon;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import jakarta.jms.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QueueStoryTest {

    private static final String QUEUE = "whatsapp";

    @RegisterExtension
    static final Bridge BRIDGE = new Bridge();

    @Test
    void aQueueMessageIsSentAsItSays() {
        put("""
                {"destinationNumber": "+5511977770021", "templateId": "order_shipped",
                 "variables": {"name": "Marina", "order": "1042"}}""");

        soon().until(() -> BRIDGE.sentTo("+5511977770021").size() == 1);

        assertThat(BRIDGE.sentTo("+5511977770021")
                        .get(0)
                        .request()
                        .path("templateId")
                        .asText())
                .isEqualTo("order_shipped");
    }

    @Test
    void aMessageRefusedForGoodGoesAsideWithTheReason() throws Exception {
        String message = text("+5511900000400");
        put(message);

        Message dead = BRIDGE.systems().broker().take("whatsapp.dead-letter");
        assertThat(dead.getBody(String.class)).isEqualTo(message);
        assertThat(dead.getStringProperty("outcome")).isEqualTo("REFUSED");
        assertThat(dead.getStringProperty("errorCode")).isEqualTo("VALIDATION_ERROR");
        assertThat(dead.getStringProperty("reason")).contains("400").doesNotContain("900000400");
    }

    @Test
    void aMessageThatIsNoJsonGoesAside() throws Exception {
        put("Hello");

        Message dead = BRIDGE.systems().broker().take("whatsapp.dead-letter");
        assertThat(dead.getBody(String.class)).isEqualTo("Hello");
        assertThat(dead.getStringProperty("reason")).contains("JSON");
    }

    @Test
    void aMessageOfUnknownOutcomeGoesAsideAndIsNotRepeated() throws Exception {
        BRIDGE.pilotStatus().faults().add(FaultRule.next(1, Fault.replyLost()).on("sendMessage"));
        put(text("+5511977770024"));

        Message dead = BRIDGE.systems().broker().take("whatsapp.dead-letter");
        assertThat(dead.getStringProperty("outcome")).isEqualTo("UNKNOWN");
        forAWhile().until(() -> BRIDGE.sentTo("+5511977770024").size() == 1);
    }

    @Test
    void aMessageRefusedForNowIsTriedUntilItIsAccepted() {
        BRIDGE.pilotStatus()
                .faults()
                .add(FaultRule.next(7, Fault.status(503).withCode("BUSY")).on("sendMessage"));
        put(text("+5511977770025"));

        soon().until(() -> BRIDGE.sentTo("+5511977770025").size() == 1);

        soon().until(() -> BRIDGE.systems().broker().depth(QUEUE) == 0);
        assertThat(BRIDGE.systems().broker().depth("whatsapp.dead-letter")).isZero();
    }

    private static void put(String message) {
        BRIDGE.systems().broker().put(QUEUE, message);
    }

    private static String text(String phone) {
        return "{\"destinationNumber\": \"" + phone + "\", \"text\": \"Hello\"}";
    }
}
