/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.model.WebhookEvent;
import java.util.Map;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventHeadersTest {

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\u0000", "\u001b", "\u0085", "\u2028"})
    void noHeaderHoldsAControlCharacter(String control) {
        Message message = new DefaultExchange(new DefaultCamelContext()).getMessage();
        WebhookEvent event = new WebhookEvent(
                "message.received", Map.of("id", "a" + control + "b", "numberId", "c" + control), "{}");

        EventHeaders.write(event, false, message);

        assertThat(message.getHeader(PilotStatusConstants.EVENT_ID)).isEqualTo("a\uFFFDb");
        assertThat(message.getHeaders().values())
                .allSatisfy(value -> assertThat(value.toString()).doesNotContain(control));
    }
}
