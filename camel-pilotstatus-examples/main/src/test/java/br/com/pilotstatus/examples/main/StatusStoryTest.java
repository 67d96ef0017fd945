/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main;

import static br.com.pilotstatus.examples.main.Bridge.soon;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.examples.main.erp.MessageStatus;
import br.com.pilotstatus.examples.main.erp.Order;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StatusStoryTest {

    @RegisterExtension
    static final Bridge BRIDGE = new Bridge();

    @Test
    void theErpLearnsThatTheMessageOfAnOrderWasRead() {
        enter("51", "+5511977770051");

        soon().until(() -> status("51").filter("READ"::equals).isPresent());
    }

    @Test
    void theErpLearnsWhyAMessageFailed() {
        enter("52", "+5511900000203");

        soon().until(() -> status("52").filter("FAILED"::equals).isPresent());
        assertThat(message("52").map(MessageStatus::errorCode)).contains("WHATSAPP_NOT_EXIST");
    }

    @Test
    void theErpKeepsTheStatusOfMessagesThatBelongToNoOrder() {
        BRIDGE.systems()
                .broker()
                .put("whatsapp", "{\"destinationNumber\": \"+5511977770053\", \"templateId\": \"welcome\"}");
        soon().until(() -> BRIDGE.sentTo("+5511977770053").size() == 1);
        String id = BRIDGE.sentTo("+5511977770053").get(0).id();

        soon().until(() -> BRIDGE.systems()
                .orders()
                .message(id)
                .filter(message -> message.status().equals("READ"))
                .isPresent());
    }

    private static void enter(String id, String phone) {
        BRIDGE.systems().orders().enter(id, "Marina", phone, "Bulb", "R$ 10,00");
    }

    private static Optional<String> status(String id) {
        return message(id).map(MessageStatus::status);
    }

    private static Optional<MessageStatus> message(String id) {
        return BRIDGE.systems()
                .orders()
                .byId(id)
                .map(Order::messageId)
                .flatMap(BRIDGE.systems().orders()::message);
    }
}
