/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.journal;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.SimulatorTestSupport;
import br.com.pilotstatus.camel.model.JournalDecision;
import br.com.pilotstatus.camel.model.JournalDecision.Reason;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import br.com.pilotstatus.simulator.state.LedgerEntry;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the message history says of sends in doubt: judged by the ledger of the service. */
class JournalReconcileTest extends SimulatorTestSupport {

    private static final String SEND = "pilotstatus:send?maxAttempts=1&idempotencyKey=${header.key}";
    private static final String TO_PHONE = SEND + "&to=" + PHONE;
    private static final String LEAVE = "pilotstatus:journal-reconcile?settleAfter=0";
    private static final String REFUSE = LEAVE + "&absent=refused";

    private Exchange order(String key, String text) {
        return send(TO_PHONE, text, Map.of("key", key));
    }

    /** Accepted by the service, and nobody knows. */
    private void accepted(String uri, String key, String text) {
        simulator().faults().add(FaultRule.next(1, Fault.replyLost()));
        assertUnknown(send(uri, text, Map.of("key", key)));
    }

    private void accepted(String key, String text) {
        accepted(TO_PHONE, key, text);
    }

    /** Lost on the way, and nobody knows. */
    private void lost(String uri, String key, String text) {
        simulator().faults().add(FaultRule.next(1, Fault.reset()));
        assertUnknown(send(uri, text, Map.of("key", key)));
    }

    private void lost(String key, String text) {
        lost(TO_PHONE, key, text);
    }

    private static void assertUnknown(Exchange exchange) {
        assertThat(exchange.getMessage().getHeader(PilotStatusConstants.OUTCOME))
                .isEqualTo("UNKNOWN");
    }

    private List<JournalDecision> reconcile(String uri) {
        Exchange exchange = send(uri, null);
        assertThat(exchange.getException()).isNull();
        List<?> decisions = exchange.getMessage().getBody(List.class);
        return decisions.stream().map(JournalDecision.class::cast).toList();
    }

    private JournalDecision decision(String uri) {
        List<JournalDecision> decisions = reconcile(uri);
        assertThat(decisions).hasSize(1);
        return decisions.get(0);
    }

    private int undecided() {
        return send("pilotstatus:journal-list", null)
                .getMessage()
                .getBody(List.class)
                .size();
    }

    private long count() {
        return simulator().ledger().count();
    }

    @Test
    void aMessageThatTheHistoryShowsWasAcceptedWithItsId() {
        accepted("1042", "Hi");
        JournalDecision decision = decision(LEAVE);
        assertThat(decision.outcome()).isEqualTo("ACCEPTED");
        assertThat(decision.idempotencyKey()).isEqualTo("1042");
        assertThat(decision.messageId()).isEqualTo(onlySend().id());
        assertThat(undecided()).isZero();
    }

    @Test
    void whatWasFoundAcceptedIsADuplicateFromThenOn() {
        accepted("1042", "Hi");
        reconcile(LEAVE);
        assertThat(order("1042", "Hi").getMessage().getHeaders())
                .containsEntry(PilotStatusConstants.DUPLICATE, true)
                .containsEntry(PilotStatusConstants.MESSAGE_ID, onlySend().id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&to=+5511988887777&templateId=order_confirmed&variables.name=Ana&variables.order=1042&variables.total=10",
                "&to=+5511988887777&media=https://example.com/a.png&mediaType=image&caption=Look",
                "&to=+5511988887777&media=https://example.com/a.pdf&mediaType=document",
                "&to=+5511988887777&text=Two%0A lines, %C3%A7&bodyAs=none",
                "&groupId=120363123456789012@g.us&text=All of you&bodyAs=none"
            })
    void everyKindOfMessageIsFound(String message) {
        accepted(SEND + message, "1042", null);
        assertThat(count()).isEqualTo(1);
        assertThat(decision(LEAVE).messageId()).isEqualTo(onlySend().id());
    }

    @Test
    void aMessageThatIsNotShownIsLeftUnlessTheRouteSaysOtherwise() {
        lost("1042", "Hi");
        assertThat(decision(LEAVE).reason()).isEqualTo(Reason.ABSENT);
        assertThat(undecided()).isEqualTo(1);
    }

    @Test
    void aMessageThatIsNotShownIsSentAgainWhenTheRouteSaysSo() {
        lost("1042", "Hi");
        assertThat(decision(REFUSE).outcome()).isEqualTo("REFUSED");
        assertThat(order("1042", "Hi").getException()).isNull();
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aMessageThatMayStillBeShownIsLeft() {
        lost("1042", "Hi");
        assertThat(decision("pilotstatus:journal-reconcile?absent=refused").reason())
                .isEqualTo(Reason.NOT_SETTLED);
    }

    @Test
    void aMessageIsExpectedFromItsTimeOfDeliveryOn() {
        lost(TO_PHONE + "&deliverAt=2099-01-01T00:00:00Z", "1042", "Hi");
        assertThat(decision(REFUSE).reason()).isEqualTo(Reason.NOT_SETTLED);
    }

    @Test
    void theMessageOfAnotherKeyIsNotTakenForThisOne() {
        lost("1042", "Hi");
        assertThat(order("1043", "Hi").getException()).isNull();
        assertThat(decision(REFUSE).outcome()).isEqualTo("REFUSED");
        order("1042", "Hi");
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void moreMessagesThanSendsAreLeftToAPerson() {
        accepted("1042", "Hi");
        send("pilotstatus:send?to=" + PHONE, "Hi");
        assertThat(decision(REFUSE).reason()).isEqualTo(Reason.AMBIGUOUS);
        assertThat(undecided()).isEqualTo(1);
    }

    @Test
    void fewerMessagesThanSendsAreLeftToAPerson() {
        accepted("1042", "Hi");
        lost("1043", "Hi");
        assertThat(reconcile(REFUSE)).extracting(JournalDecision::reason).containsOnly(Reason.AMBIGUOUS);
    }

    @Test
    void asManyMessagesAsSendsAlikeAreAccepted() {
        accepted("1042", "Hi");
        accepted("1043", "Hi");
        List<String> ids =
                simulator().ledger().entries().stream().map(LedgerEntry::id).toList();
        assertThat(reconcile(LEAVE)).extracting(JournalDecision::messageId).containsExactlyElementsOf(ids);
    }

    @Test
    void anotherTextToTheSamePersonIsAnotherMessage() {
        send("pilotstatus:send?to=" + PHONE, "Bye");
        lost("1042", "Hi");
        assertThat(decision(REFUSE).outcome()).isEqualTo("REFUSED");
    }

    @Test
    void theSameTextToAnotherPersonIsAnotherMessage() {
        send("pilotstatus:send?to=+5511988886666", "Hi");
        lost("1042", "Hi");
        assertThat(decision(REFUSE).outcome()).isEqualTo("REFUSED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&groupId=120363123456789012@g.us", "&to=BR.13491208655302741918"})
    void whatTheHistoryDoesNotPromiseToShowIsNeverRefused(String destination) {
        lost(SEND + destination, "1042", "Hi");
        assertThat(decision(REFUSE).reason()).isEqualTo(Reason.NOT_COMPARABLE);
    }

    @Test
    void theSendsOfAnotherNumberAreLeft() {
        accepted("1042", "Hi");
        assertThat(decision(LEAVE + "&apiKey=ps_another").reason()).isEqualTo(Reason.OTHER_NUMBER);
    }

    @Test
    void aServiceThatCannotBeAskedDecidesNothing() {
        lost("1042", "Hi");
        simulator().faults().add(FaultRule.always(Fault.status(500)));
        assertThat(send(REFUSE + "&maxAttempts=1", null).getException()).isNotNull();
        assertThat(undecided()).isEqualTo(1);
    }
}
