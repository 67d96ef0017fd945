/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.journal;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.SimulatorTestSupport;
import br.com.pilotstatus.camel.error.PilotStatusInDoubtException;
import br.com.pilotstatus.camel.error.PilotStatusTransportException;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.JournalEntry;
import br.com.pilotstatus.camel.model.MessageAccepted;
import br.com.pilotstatus.camel.store.ClaimStore;
import br.com.pilotstatus.camel.store.JdbcClaimStore;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One idempotency key, one message: judged by the ledger of the service. */
class JournalTest extends SimulatorTestSupport {

    private static final String SEND = "pilotstatus:send?maxAttempts=1&idempotencyKey=${header.order}&to=";

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(
                        deadLetterChannel("mock:dead").maximumRedeliveries(2).redeliveryDelay(1));
                from("direct:redelivering").to("pilotstatus:send?idempotencyKey=${header.order}&to=" + PHONE);
            }
        };
    }

    private Exchange order(String order, String text) {
        return send(SEND + PHONE, text, Map.of("order", order));
    }

    private List<JournalEntry> undecided() {
        List<?> entries = send("pilotstatus:journal-list", null).getMessage().getBody(List.class);
        return entries.stream().map(JournalEntry.class::cast).toList();
    }

    private void resolve(String outcome) {
        String uri = "pilotstatus:journal-resolve?id=${body}&param.outcome=" + outcome;
        assertThat(send(uri, undecided().get(0).key()).getException()).isNull();
    }

    private Exchange leaveInDoubt() {
        simulator().faults().add(FaultRule.next(1, Fault.replyLost()));
        return order("1042", "Hi");
    }

    @Test
    void theSameKeyIsSentOnceAndGivesTheFirstId() {
        order("1042", "Hi");
        Exchange again = order("1042", "Hi");
        assertThat(simulator().ledger().count()).isEqualTo(1);
        assertThat(again.getMessage().getHeaders())
                .containsEntry(PilotStatusConstants.MESSAGE_ID, onlySend().id())
                .containsEntry(PilotStatusConstants.DUPLICATE, true)
                .containsEntry(PilotStatusConstants.OUTCOME, "ACCEPTED")
                .containsEntry(PilotStatusConstants.ATTEMPTS, 0);
    }

    @Test
    void aFirstSendIsNoDuplicate() {
        assertThat(order("1042", "Hi").getMessage().getHeaders()).doesNotContainKey(PilotStatusConstants.DUPLICATE);
    }

    @Test
    void theAnswerToADuplicateIsTheFirstIdInTheBodyWhereTheRouteAsksForIt() {
        order("1042", "Hi");
        Exchange again = send(SEND + PHONE + "&result=body", "Hi", Map.of("order", "1042"));
        assertThat(again.getMessage().getBody(MessageAccepted.class).id())
                .isEqualTo(onlySend().id());
    }

    @Test
    void theKeyMayComeInAHeader() {
        for (int i = 0; i < 2; i++) {
            Map<String, Object> headers = Map.of(PilotStatusConstants.IDEMPOTENCY_KEY, "7");
            Exchange exchange = send("pilotstatus:send?to=" + PHONE, "Hi", headers);
            assertThat(exchange.getMessage().getHeaders()).doesNotContainKey(PilotStatusConstants.IDEMPOTENCY_KEY);
        }
        assertThat(simulator().ledger().count()).isEqualTo(1);
    }

    @Test
    void theSameKeyForAnotherMessageIsAnError() {
        order("1042", "Hi");
        assertThat(order("1042", "Something else").getException())
                .isInstanceOf(PilotStatusValidationException.class)
                .hasMessageContaining("'idempotencyKey' was used before for another message");
        assertThat(simulator().ledger().count()).isEqualTo(1);
    }

    @Test
    void aTimeComputedAnewIsNoOtherMessage() {
        send(SEND + PHONE + "&deliverAt=2099-01-01T00:00:00Z", "Hi", Map.of("order", "1042"));
        Exchange again = send(SEND + PHONE + "&deliverAt=2099-01-01T00:00:07Z", "Hi", Map.of("order", "1042"));
        assertThat(again.getMessage().getHeader(PilotStatusConstants.DUPLICATE)).isEqualTo(true);
    }

    @Test
    void theSameKeyForAnotherDestinationIsAnotherSend() {
        order("1042", "Hi");
        send(SEND + "+5511988886666", "Hi", Map.of("order", "1042"));
        assertThat(simulator().ledger().count()).isEqualTo(2);
    }

    @Test
    void aRefusedSendMayBeSentAgainUnderItsKey() {
        simulator().faults().add(FaultRule.next(1, Fault.status(400)));
        assertThat(order("1042", "Hi").getException()).isNotNull();
        assertThat(order("1042", "Hi").getException()).isNull();
        assertThat(simulator().ledger().count()).isEqualTo(1);
        assertThat(undecided()).isEmpty();
    }

    @Test
    void aSendThatMayHaveHappenedIsInDoubtUntilSomebodyDecides() {
        leaveInDoubt();
        Exchange again = order("1042", "Hi");
        assertThat(again.getException()).isInstanceOf(PilotStatusInDoubtException.class);
        assertThat(again.getMessage().getHeaders())
                .containsEntry(PilotStatusConstants.OUTCOME, "UNKNOWN")
                .containsEntry(PilotStatusConstants.ERROR_CODE, "LOCAL_IN_DOUBT")
                .containsEntry(PilotStatusConstants.RETRYABLE, false);
        assertThat(simulator().ledger().count()).isEqualTo(1);
    }

    @Test
    void theJournalListsWhatIsInDoubtWithoutThePhone() {
        leaveInDoubt();
        assertThat(undecided()).singleElement().satisfies(entry -> {
            assertThat(entry.key()).endsWith("|1042").doesNotContain("98888");
            assertThat(entry.idempotencyKey()).isEqualTo("1042");
            assertThat(entry.numberId()).isNull();
            assertThat(entry.since()).isNotNull();
        });
    }

    @Test
    void theJournalNamesTheNumberThatWasChosen() {
        simulator().faults().add(FaultRule.next(1, Fault.replyLost()));
        send(
                SEND + PHONE + "&accountKey=" + simulator().accountKey() + "&whatsappNumberId="
                        + simulator().numberId(),
                "Hi",
                Map.of("order", "1042"));
        assertThat(undecided().get(0).numberId()).isEqualTo(simulator().numberId());
    }

    @ParameterizedTest
    @ValueSource(classes = {JournalEntry.class, Map.class, String.class, byte[].class, JsonNode.class})
    void anEntryIsResolvedInAnyForm(Class<?> form) {
        leaveInDoubt();
        Object entry = context.getTypeConverter().convertTo(form, undecided().get(0));
        Exchange resolved = send("pilotstatus:journal-resolve?id=${body}&param.outcome=accepted", entry);
        assertThat(resolved.getException()).isNull();
        assertThat(undecided()).isEmpty();
    }

    @Test
    void theListIsWrittenByAMapperThatKnowsNoTimes() throws Exception {
        leaveInDoubt();
        JsonNode json = new ObjectMapper().valueToTree(undecided());
        assertThat(json.at("/0/idempotencyKey").asText()).isEqualTo("1042");
        assertThat(Instant.parse(json.at("/0/since").asText()))
                .isEqualTo(undecided().get(0).since());
    }

    @Test
    void resolvedAsAcceptedItIsADuplicate() {
        leaveInDoubt();
        resolve("accepted&param.messageId=" + onlySend().id());
        Exchange again = order("1042", "Hi");
        assertThat(again.getMessage().getHeader(PilotStatusConstants.MESSAGE_ID))
                .isEqualTo(onlySend().id());
        assertThat(undecided()).isEmpty();
    }

    @Test
    void resolvedAsRefusedItIsSent() {
        simulator().faults().add(FaultRule.next(1, Fault.reset()));
        order("1042", "Hi");
        resolve("refused");
        assertThat(order("1042", "Hi").getException()).isNull();
        assertThat(simulator().ledger().count()).isEqualTo(1);
    }

    @Test
    void whatIsNotInDoubtCannotBeResolved() {
        order("1042", "Hi");
        Exchange exchange = send("pilotstatus:journal-resolve?id=send|x|1042&param.outcome=refused", null);
        assertThat(exchange.getException())
                .isInstanceOf(PilotStatusValidationException.class)
                .hasMessageContaining("'id' names no undecided send");
    }

    @Test
    void aPoolWhoseConnectionsAreAllHeldByTransactionsSaysWhatToDo() throws Exception {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl("jdbc:h2:mem:starved");
            pool.setMaximumPoolSize(1);
            pool.setConnectionTimeout(250);
            context.getRegistry().bind("starved", new JdbcClaimStore(pool));
            try (Connection ofTheRoute = pool.getConnection()) {
                assertThat(ofTheRoute.isClosed()).isFalse();
                Exchange exchange = send(SEND + PHONE + "&journal=#starved", "Hi", Map.of("order", "1"));
                assertThat(exchange.getMessage().getHeaders())
                        .containsEntry(PilotStatusConstants.OUTCOME, "REFUSED")
                        .containsEntry(PilotStatusConstants.RETRYABLE, true)
                        .containsEntry(PilotStatusConstants.ERROR_CODE, "LOCAL_JOURNAL_UNREACHABLE");
                assertThat(exchange.getException())
                        .hasMessageContaining("give the pool twice as many connections as the route has consumers");
            }
        }
        assertThat(simulator().requests().all()).isEmpty();
    }

    @Test
    void aJournalThatCannotBeAskedLetsNothingOut() {
        context.getRegistry().bind("broken", new BrokenStore());
        Exchange exchange = send(SEND + PHONE + "&journal=#broken", "Hi", Map.of("order", "1"));
        assertThat(exchange.getException())
                .isInstanceOf(PilotStatusTransportException.class)
                .hasMessageContaining("the journal could not be asked");
        assertThat(simulator().requests().all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "line\nbreak", "nul\u0000", "half \ud83d"})
    void aKeyThatNobodyCanReadIsRefused(String key) {
        assertRefusedKey(key);
    }

    @Test
    void aKeyThatIsTooLongIsRefused() {
        assertRefusedKey("x".repeat(201));
    }

    private void assertRefusedKey(String key) {
        Exchange exchange = order(key, "Hi");
        assertThat(exchange.getException()).isInstanceOf(PilotStatusValidationException.class);
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(PilotStatusConstants.ERROR_CODE, "LOCAL_IDEMPOTENCY_KEY_INVALID");
        assertThat(simulator().ledger().count()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"order 1,order1", "ação,acao", "Order,order", "order ,order", "%,_", "ordem\u00ba,ordem"})
    void keysThatDifferInOneCharacterAreTwo(String one, String other) {
        order(one, "Hi");
        order(other, "Hi");
        order(one, "Hi");
        assertThat(simulator().ledger().count()).isEqualTo(2);
    }

    @Test
    void theSameKeyInAnotherFormOfUnicodeIsTheSame() {
        order("a\u00e7\u00e3o", "Hi");
        order("ac\u0327a\u0303o", "Hi");
        assertThat(simulator().ledger().count()).isEqualTo(1);
    }

    @Test
    void theSameMessageWithItsFieldsInAnotherOrderIsTheSame() {
        String uri = "pilotstatus:send?bodyAs=message&idempotencyKey=1042&to=" + PHONE;
        String one =
                "{\"templateId\":\"order_confirmed\",\"variables\":{\"name\":\"Ana\",\"total\":\"10\",\"order\":\"1042\"}}";
        String other =
                "{\"variables\":{\"order\":\"1042\",\"total\":\"10\",\"name\":\"Ana\"},\"templateId\":\"order_confirmed\"}";
        assertThat(send(uri, one).getException()).isNull();
        assertThat(send(uri, other).getMessage().getHeader(PilotStatusConstants.DUPLICATE))
                .isEqualTo(true);
    }

    @Test
    void anotherMessageUnderAKeyInDoubtIsInDoubtToo() {
        leaveInDoubt();
        assertThat(order("1042", "Hi, it is now 10:01").getException()).isInstanceOf(PilotStatusInDoubtException.class);
    }

    @Test
    void camelsRedeliveryOfAnUnknownSendIsStoppedWithAJournalToo() {
        simulator().faults().add(FaultRule.always(Fault.replyLost()));
        send("direct:redelivering", "Hi", Map.of("order", "1042"));
        assertThat(simulator().ledger().count()).isEqualTo(1);
        assertThat(undecided()).hasSize(1);
    }

    private static final class BrokenStore implements ClaimStore {

        @Override
        public Claim claim(String key, String content, Duration lease) {
            throw new IllegalStateException("connection lost");
        }

        @Override
        public void done(String key, String result) {
            throw new IllegalStateException("connection lost");
        }

        @Override
        public void release(String key) {
            throw new IllegalStateException("connection lost");
        }

        @Override
        public Optional<String> result(String key) {
            throw new IllegalStateException("connection lost");
        }

        @Override
        public List<OpenClaim> open(String keyPrefix, int limit) {
            throw new IllegalStateException("connection lost");
        }
    }
}
