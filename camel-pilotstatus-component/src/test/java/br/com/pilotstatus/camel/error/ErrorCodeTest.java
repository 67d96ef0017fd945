/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.error;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.SimulatorTestSupport;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A route learns by a code why a call failed, whoever refused it. */
class ErrorCodeTest extends SimulatorTestSupport {

    private static String code(Exchange exchange) {
        String header = exchange.getMessage().getHeader(PilotStatusConstants.ERROR_CODE, String.class);
        assertThat(exchange.getException(PilotStatusException.class).getErrorCode())
                .isEqualTo(header);
        return header;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "send | LOCAL_DESTINATION_MISSING",
                "send?to=+5511988887777&groupId=1@g.us | LOCAL_DESTINATION_AMBIGUOUS",
                "send?to=nobody | LOCAL_PHONE_NUMBER_INVALID",
                "send?groupId=1 | LOCAL_GROUP_ID_INVALID",
                "send?to=+5511988887777&bodyAs=none | LOCAL_CONTENT_MISSING",
                "send?to=+5511988887777&templateId=a&text=b | LOCAL_CONTENT_AMBIGUOUS",
                "send?to=+5511988887777&templateId=a&variables.b=${null} | LOCAL_EXPRESSION_NULL",
                "send?to=+5511988887777&deliverAt=tomorrow | LOCAL_TIME_INVALID",
                "send?to=+5511988887777&bodyAs=variables&templateId=a | LOCAL_BODY_NOT_JSON",
                "send?to=+5511988887777&idempotencyKey=a%0Ab | LOCAL_IDEMPOTENCY_KEY_INVALID",
                "send?to=+5511988887777&whatsappNumberId=1 | LOCAL_KEY_MISSING",
                "status | LOCAL_PARAMETER_MISSING",
                "messages-history?param.page=x | LOCAL_PARAMETER_INVALID",
                "groups-get?id=1 | LOCAL_PARAMETER_INVALID",
                "journal-resolve?id=x&param.outcome=REFUSED | LOCAL_JOURNAL_ENTRY_UNKNOWN",
                "media-download | LOCAL_PARAMETER_MISSING",
                "media-download?param.mediaLink=http://127.0.0.1/a | LOCAL_MEDIA_LINK_INVALID",
                "send?to=+5511988887777&templateId=nowhere | TEMPLATE_NOT_FOUND"
            })
    void aFailureHasACode(String uri, String code) {
        String option = uri.replace("${null}", "${header.missing}");
        assertThat(code(send("pilotstatus:" + option, "a text"))).isEqualTo(code);
    }

    @Test
    void aParameterThatACallDoesNotTakeHasACode() {
        Map<String, Object> headers = Map.of(PilotStatusConstants.PARAMS, Map.of("other", 1));
        assertThat(code(send("pilotstatus:messages-history", null, headers))).isEqualTo("LOCAL_PARAMETER_UNKNOWN");
    }

    @Test
    void aRouteAnswersInItsOwnLanguage() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(PilotStatusException.class)
                        .handled(true)
                        .choice()
                        .when(header("CamelPilotStatusErrorCode").isEqualTo("LOCAL_PHONE_NUMBER_INVALID"))
                        .setBody(constant("Confira o número, com DDD."))
                        .otherwise()
                        .setBody(constant("A mensagem não foi enviada."));
                from("direct:ask").to("pilotstatus:send?to=${header.phone}&text=Hi");
            }
        });
        Exchange answered = send("direct:ask", null, Map.of("phone", "97777-0110"));
        assertThat(answered.getMessage().getBody()).isEqualTo("Confira o número, com DDD.");
    }

    @Test
    void aCallThatReachesNobodyHasACode() {
        assertThat(code(send(
                        "pilotstatus:numbers-status?id=1&apiKey=ps_other&maxAttempts=1&baseUrl=http://127.0.0.1:1/v1",
                        null)))
                .isEqualTo("LOCAL_NOT_SENT");
    }
}
