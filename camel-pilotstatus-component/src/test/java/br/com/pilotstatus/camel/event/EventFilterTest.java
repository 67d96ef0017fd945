/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.camel.model.WebhookEvent;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class EventFilterTest {

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"*", " , "})
    void everythingIsWantedUnlessToldOtherwise(String events) {
        assertThat(EventFilter.of(events).accepts(event("brand.new", false))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "message.sent, message.sent, true",
        "message.sent, message.read, false",
        "'message.sent, message.read', message.read, true",
        "message.*, message.read, true",
        "message.*, message.brand_new, true",
        "message.*, number.created, false",
        "call.*, call.ended, true",
        "call.*, calls, false",
        "calls, calls, true",
        "meta.envelope, meta.envelope, true",
    })
    void aNameOrItsFamilyIsWanted(String events, String name, boolean wanted) {
        assertThat(EventFilter.of(events).accepts(event(name, false))).isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"message.received", "message.*", "*"})
    void whatTheNumberItselfWroteIsLeftOut(String events) {
        assertThat(EventFilter.of(events).accepts(event("message.received", true)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fromMe", "message.received,fromMe", "*, fromMe"})
    void whatTheNumberItselfWroteIsWantedByName(String events) {
        assertThat(EventFilter.of(events).accepts(event("message.received", true)))
                .isTrue();
    }

    @Test
    void theStateOfWhatTheNumberSentIsWanted() {
        assertThat(EventFilter.of(null).accepts(event("message.delivered", true)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages.sent", "message", "message*", "m*", "*.sent", "Message.Sent", "message.sent;"})
    void aNameThatIsNoEventIsRefused(String events) {
        assertThatThrownBy(() -> EventFilter.of(events))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + events + "'")
                .hasMessageContaining("message.sent, meta.envelope, number.connected");
    }

    @Test
    void everythingIsSubscribedToByOneName() {
        assertThat(EventFilter.of(null).subscription()).containsExactly("*");
        assertThat(EventFilter.of("message.sent, *").subscription()).containsExactly("*");
    }

    @Test
    void aFamilyIsSubscribedToByItsNames() {
        assertThat(EventFilter.of("call.*").subscription())
                .containsExactly(
                        "call.connected", "call.ended", "call.missed", "call.permission_updated", "call.ringing");
    }

    @Test
    void whatComesOnlyWithEverythingIsSubscribedToAsEverything() {
        assertThat(EventFilter.of("message.sent,number.recovered").subscription())
                .containsExactly("*");
    }

    @Test
    void whatIsNoEventOfTheServiceIsNotSubscribedTo() {
        assertThat(EventFilter.of("meta.envelope").subscription()).isEmpty();
        assertThat(EventFilter.of("message.sent,fromMe").subscription()).containsExactly("message.sent");
    }

    private static WebhookEvent event(String name, boolean fromMe) {
        return new WebhookEvent(name, Map.of("fromMe", fromMe), "{}");
    }
}
