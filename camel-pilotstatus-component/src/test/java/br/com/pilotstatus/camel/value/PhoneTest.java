/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.SimulatorTestSupport;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.NumberCheck;
import br.com.pilotstatus.camel.model.SendMessage;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who a message goes to, from all the places where a route may name them. */
class PhoneTest extends SimulatorTestSupport {

    private static final String TEXT = "&text=Hi";

    private static String sentTo(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return onlySend().request().path("destinationNumber").asText();
    }

    @Test
    void aBlankBeforeANumberOfAHeaderIsNoPlus() {
        assertThat(sentTo(send("pilotstatus:send", "Hi", Map.of(PilotStatusConstants.TO, " 11977770000"))))
                .isEqualTo("+5511977770000");
    }

    @Test
    void aBlankBeforeANumberOfABodyIsNoPlus() {
        SendMessage message =
                SendMessage.builder().to(" 11977770000").text("Hi").build();
        assertThat(sentTo(send("pilotstatus:send", message))).isEqualTo("+5511977770000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${body}", "${header.phone}"})
    void aBlankBeforeANumberOfAnExpressionIsNoPlus(String to) {
        assertThat(sentTo(send("pilotstatus:send?to=" + to + TEXT, " 11977770000", Map.of("phone", " 11977770000"))))
                .isEqualTo("+5511977770000");
    }

    @ParameterizedTest
    @CsvSource({
        "+12025550143, +12025550143",
        "+55 (11) 97777-0000, +5511977770000",
        "%2B12025550143, +12025550143",
        "+${body}, +12025550143",
        "+1${header.rest}, +12025550143"
    })
    void aPlusInALiteralOfAUriStaysOne(String to, String expected) {
        assertThat(sentTo(send("pilotstatus:send?to=" + to + TEXT, "12025550143", Map.of("rest", "2025550143"))))
                .isEqualTo(expected);
    }

    @Test
    void aDynamicSendReadsABlankOfAHeaderAsABlank() throws Exception {
        RouteBuilder.addRoutes(
                context, route -> route.from("direct:dynamic").toD("pilotstatus:send?to=${header.phone}&text=Hi"));
        assertThat(sentTo(send("direct:dynamic", null, Map.of("phone", " 11977770000"))))
                .isEqualTo("+5511977770000");
    }

    @ParameterizedTest
    @ValueSource(longs = {5511977770000L, 11977770000L})
    void aWholeNumberOfJsonIsAPhoneNumber(long number) {
        assertThat(sentTo(send("pilotstatus:send", Map.of("destinationNumber", number, "text", "Hi"))))
                .isEqualTo("+5511977770000");
    }

    @Test
    void aFloatingNumberIsRefused() {
        assertThat(send("pilotstatus:send", Map.of("destinationNumber", 11977770000.0, "text", "Hi"))
                        .getException())
                .isInstanceOf(PilotStatusValidationException.class)
                .hasMessageContaining("as text");
        assertThat(simulator().ledger().count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {" 11977770000", "0055 11 97777-0000", "97777-0110", "(11)\u00A097777\u20110000"})
    void withoutChecksNoNumberIsChanged(String number) {
        send("pilotstatus:send?validate=false", "Hi", Map.of(PilotStatusConstants.TO, number));
        assertThat(simulator().ledger().entries())
                .allSatisfy(entry -> assertThat(
                                entry.request().path("destinationNumber").asText())
                        .isEqualTo(number));
    }

    @Test
    void withoutChecksAPlusOfAUriIsRestoredAllTheSame() {
        assertThat(sentTo(send("pilotstatus:send?validate=false&to=+12025550143" + TEXT, null)))
                .isEqualTo("+12025550143");
    }

    @Test
    void theBlankAfterACommaOfABodyIsNoPlus() {
        Exchange created =
                send("pilotstatus:groups-create", Map.of("subject", "A", "participants", "11977770000, 11977770002"));
        assertThat(created.getException()).isNull();
        assertThat(created.getMessage().getBody(String.class))
                .contains("5511977770000", "5511977770002")
                .doesNotContain("\"11977770002");
    }

    @Test
    void aNameBesideANumberOfAListIsRefused() {
        assertThat(send("pilotstatus:groups-create", Map.of("subject", "A", "participants", "Bia, 11977770002"))
                        .getException())
                .isInstanceOf(PilotStatusValidationException.class)
                .message()
                .doesNotContain("Bia");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11977770000,+12025550143",
                "+5511977770000,+12025550143",
                "11977770000, 12025550143",
                "%2B5511977770000,%2B12025550143"
            })
    void thePlusesOfAListInAUriStay(String numbers) {
        Exchange checked = send("pilotstatus:numbers-check?param.numbers=" + numbers, null);
        assertThat(checked.getException()).isNull();
        assertThat(checked.getMessage().getBody())
                .asInstanceOf(LIST)
                .extracting(check -> ((NumberCheck) check).input())
                .containsExactly("5511977770000", "12025550143");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "numbers-check?param.numbers=${body}",
                "numbers-check?param.number=${body}",
                "calls-permissions-get?param.to=${body}",
                "messages-opt-in?param.destinationNumber=${body}",
                "groups-create?param.subject=A&param.participants=${body}"
            })
    void noCallReadsADecimalAsANumber(String uri) {
        assertThat(send("pilotstatus:" + uri, "1133330000.0").getException())
                .isInstanceOf(PilotStatusValidationException.class)
                .hasMessageContaining("as text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "Brazil", "XX", ""})
    void aRegionThatIsNoneFailsAtStart(String region) {
        assertThatThrownBy(() -> context.getEndpoint("pilotstatus:send?defaultRegion=" + region))
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .rootCause()
                .hasMessageContaining("defaultRegion");
    }
}
