/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main;

import static br.com.pilotstatus.examples.main.Bridge.forAWhile;
import static br.com.pilotstatus.examples.main.Bridge.soon;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.examples.main.demo.RunningApplication;
import br.com.pilotstatus.examples.main.erp.Order;
import br.com.pilotstatus.examples.main.erp.Order.State;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import br.com.pilotstatus.simulator.state.LedgerEntry;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderStoryTest {

    @RegisterExtension
    static final Bridge BRIDGE = new Bridge();

    @Test
    void theCustomerOfANewOrderGetsTheTemplateFilledIn() {
        enter("1", "+5511977770001");

        soon().untilAsserted(() -> assertThat(BRIDGE.sentTo("+5511977770001")).hasSize(1));

        LedgerEntry sent = BRIDGE.sentTo("+5511977770001").get(0);
        assertThat(sent.request().path("templateId").asText()).isEqualTo("order_confirmed");
        assertThat(sent.request().path("variables").toString())
                .isEqualTo("{\"name\":\"Marina\",\"order\":\"1\",\"total\":\"R$ 10,00\"}");
    }

    @Test
    void anOrderThatWasToldIsMarkedWithItsMessage() {
        enter("2", "+5511977770002");

        soon().until(() -> order("2").state() == State.NOTIFIED);

        assertThat(order("2").messageId())
                .isEqualTo(BRIDGE.sentTo("+5511977770002").get(0).id());
    }

    @Test
    void noOrderIsToldTwice() {
        enter("3", "+5511977770003");
        soon().until(() -> order("3").state() == State.NOTIFIED);

        forAWhile().until(() -> BRIDGE.sentTo("+5511977770003").size() == 1);
    }

    @ParameterizedTest
    @CsvSource({"400, VALIDATION_ERROR", "402, SUBSCRIPTION_REQUIRED_FOR_MEDIA"})
    void anOrderRefusedForGoodIsNotMarkedAndSaysWhy(String status, String code) {
        enter("4-" + status, "+5511900000" + status);

        soon().until(() -> order("4-" + status).state() == State.ATTENTION);

        assertThat(order("4-" + status).messageId()).isNull();
        assertThat(order("4-" + status).problem()).isEqualTo("REFUSED " + code);
        assertThat(BRIDGE.sentTo("+5511900000" + status)).isEmpty();
    }

    @Test
    void anOrderRefusedForNowIsToldInALaterRound() {
        BRIDGE.pilotStatus().faults().add(FaultRule.next(3, Fault.status(429)).on("sendMessage"));
        enter("5", "+5511977770005");

        soon().until(() -> order("5").state() == State.NOTIFIED);

        assertThat(BRIDGE.sentTo("+5511977770005")).hasSize(1);
    }

    @Test
    void anOrderOfUnknownOutcomeIsLeftToAPerson() {
        BRIDGE.pilotStatus().faults().add(FaultRule.next(1, Fault.replyLost()).on("sendMessage"));
        enter("6", "+5511977770006");

        soon().until(() -> order("6").state() == State.ATTENTION);

        assertThat(order("6").problem()).startsWith("UNKNOWN");
        forAWhile().until(() -> BRIDGE.sentTo("+5511977770006").size() == 1);
    }

    @Test
    void anOrderInTroubleDoesNotHoldUpTheOthers() {
        enter("7", "no phone at all");
        enter("8", "+5511977770008");

        soon().until(() -> order("8").state() == State.NOTIFIED);

        soon().until(() -> order("7").state() == State.ATTENTION);
    }

    @Test
    void twoNodesTellEachOrderOnce() {
        try (RunningApplication second =
                RunningApplication.start(BRIDGE.systems().addresses())) {
            assertThat(second.webhookUrl()).isNotEmpty();
            IntStream.range(0, 10).forEach(i -> enter("9" + i, "+551197777009" + i));

            soon().until(() ->
                    IntStream.range(0, 10).allMatch(i -> order("9" + i).state() == State.NOTIFIED));
        }
        assertThat(IntStream.range(0, 10)
                        .map(i -> BRIDGE.sentTo("+551197777009" + i).size()))
                .containsOnly(1);
    }

    private static void enter(String id, String phone) {
        BRIDGE.systems().orders().enter(id, "Marina", phone, "Bulb", "R$ 10,00");
    }

    private static Order order(String id) {
        return BRIDGE.systems().orders().byId(id).orElseThrow();
    }
}
