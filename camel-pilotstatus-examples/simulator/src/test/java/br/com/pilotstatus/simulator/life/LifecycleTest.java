/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.life;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.PilotStatusSimulatorExtension;
import br.com.pilotstatus.simulator.state.FailureCode;
import br.com.pilotstatus.simulator.state.MessageStatus;
import br.com.pilotstatus.simulator.state.Progress;
import br.com.pilotstatus.simulator.state.Provider;
import br.com.pilotstatus.simulator.support.ApiClient;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifecycleTest {

    private static final String CUSTOMER = "+5511977770000";

    @RegisterExtension
    static final PilotStatusSimulatorExtension EXTENSION = new PilotStatusSimulatorExtension();

    private final PilotStatusSimulator simulator = EXTENSION.simulator();
    private final ApiClient client = ApiClient.of(simulator);
    private final ApiClient meta =
            client.with("x-api-key", simulator.number(Provider.META).key().value());

    /** Slow enough that only an advanced clock moves a message. */
    @BeforeEach
    void onlyTheClockMovesMessages() {
        simulator.configure(s ->
                s.with(s.lifecycle().withDelays(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(3))));
    }

    private MessageStatus status(String id) {
        return progress(id).status();
    }

    private Progress progress(String id) {
        return simulator.messages().find(id).orElseThrow().progress();
    }

    private void advance(Duration by) {
        simulator.clock().advance(by);
    }

    private String schedule(String field, Duration after) {
        Instant at = simulator.clock().now().plus(after);
        return client.send("{\"destinationNumber\":\"" + CUSTOMER + "\",\"text\":\"Hello\",\"" + field + "\":\"" + at
                        + "\"}")
                .body()
                .get("id")
                .textValue();
    }

    @Test
    void aMessageIsSentThenDeliveredThenRead() {
        String id = client.sendText(CUSTOMER);
        assertThat(status(id)).isEqualTo(MessageStatus.QUEUED);
        advance(Duration.ofMinutes(1));
        assertThat(status(id)).isEqualTo(MessageStatus.SENT);
        advance(Duration.ofMinutes(1));
        assertThat(status(id)).isEqualTo(MessageStatus.DELIVERED);
        advance(Duration.ofMinutes(1));
        assertThat(status(id)).isEqualTo(MessageStatus.READ);
    }

    @Test
    void itProceedsByItselfInRealTime() {
        simulator.configure(s ->
                s.with(s.lifecycle().withDelays(Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(15))));
        String id = client.sendText(CUSTOMER);
        assertThat(simulator.messages().awaitStatus(id, MessageStatus.READ, Duration.ofSeconds(5)))
                .isNotNull();
    }

    @Test
    void oneJumpOfTheClockGivesEachStepItsOwnTime() {
        String id = client.sendText(CUSTOMER);
        advance(Duration.ofHours(1));
        Progress progress = progress(id);
        assertThat(Duration.between(progress.createdAt(), progress.sentAt())).isEqualTo(Duration.ofMinutes(1));
        assertThat(Duration.between(progress.createdAt(), progress.readAt())).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void aMessageIsFoundByItsIdItsCorrelationIdAndItsWhatsappId() {
        String id = client.sendText(CUSTOMER);
        advance(Duration.ofMinutes(1));
        String correlationId = simulator.messages().find(id).orElseThrow().correlationId();
        String whatsappId = progress(id).externalMessageId();
        for (String any : new String[] {id, correlationId, whatsappId}) {
            assertThat(client.get("/messages/" + any).body().get("id").textValue())
                    .isEqualTo(id);
        }
    }

    @Test
    void withoutReadReceiptsAMessageEndsDelivered() {
        simulator.configure(s -> s.with(s.lifecycle().withReadReceipts(false)));
        String id = client.sendText(CUSTOMER);
        advance(Duration.ofDays(1));
        assertThat(status(id)).isEqualTo(MessageStatus.DELIVERED);
    }

    @Test
    void aScheduledMessageWaitsForItsTime() {
        String id = schedule("deliverAt", Duration.ofHours(2));
        advance(Duration.ofHours(2));
        assertThat(status(id)).isEqualTo(MessageStatus.QUEUED);
        advance(Duration.ofMinutes(1));
        assertThat(status(id)).isEqualTo(MessageStatus.SENT);
    }

    @Test
    void aMessageThatHasNotArrivedByItsDeadlineFails() {
        String id = schedule("deliverUntil", Duration.ofSeconds(90));
        advance(Duration.ofHours(1));
        assertThat(progress(id).failure()).isEqualTo(FailureCode.DELIVERED_NOT_CONFIRMED);
        assertThat(progress(id).sentAt()).isNotNull();
    }

    @Test
    void aMessageThatWasNotEvenSentByItsDeadlineFails() {
        String id = schedule("deliverUntil", Duration.ofSeconds(30));
        advance(Duration.ofHours(1));
        assertThat(progress(id).failure()).isEqualTo(FailureCode.EXPIRED_AFTER_ATTEMPTS);
        assertThat(progress(id).externalMessageId()).isNull();
    }

    @Test
    void aTemplateHasTheDeadlineOfItsCategory() {
        simulator.configure(s ->
                s.with(s.lifecycle().withDelays(Duration.ofMinutes(1), Duration.ofMinutes(3), Duration.ofMinutes(4))));
        String id = client.send("{\"destinationNumber\":\"" + CUSTOMER
                        + "\",\"templateId\":\"login_code\",\"variables\":{\"code\":\"123456\"}}")
                .body()
                .get("id")
                .textValue();
        advance(Duration.ofMinutes(10));
        assertThat(progress(id).failure()).isEqualTo(FailureCode.DELIVERED_NOT_CONFIRMED);
    }

    @Test
    void aMessageNobodyAttemptsFailsAfterSevenDays() {
        String id = client.sendText("+5511900000102");
        advance(Duration.ofDays(6));
        assertThat(status(id)).isEqualTo(MessageStatus.QUEUED);
        advance(Duration.ofDays(1));
        assertThat(progress(id).failure()).isEqualTo(FailureCode.NEVER_ATTEMPTED_MAX_AGE_EXCEEDED);
    }

    @ParameterizedTest
    @CsvSource({
        "+5511900000100, DELIVERED,",
        "+5511900000101, SENT,",
        "+5511900000201, FAILED, INVALID_DESTINATION",
        "+5511900000202, FAILED, PILOT_SELF_NUMBER",
        "+5511900000203, FAILED, WHATSAPP_NOT_EXIST",
        "+5511900000204, FAILED, META_OUTSIDE_24H_WINDOW",
        "+5511900000205, FAILED, META_NO_CONVERSATION",
        "+5511900000206, FAILED, META_TEMPLATE_NOT_APPROVED",
        "+5511900000207, FAILED, DELIVERED_NOT_CONFIRMED",
        "+5511900000208, FAILED, DELIVERY_TIMEOUT",
        "+5511900000209, FAILED, EXPIRED_AFTER_ATTEMPTS",
        "+5511900000210, FAILED, NUMBER_NOT_FOUND_REMOVED",
        "+5511900000211, FAILED, LINKED_WHATSAPP_INSTANCE_NOT_FOUND",
        "+5511900000212, FAILED, TEMPLATE_VERSION_NOT_FOUND",
        "+5511900000213, FAILED, NEVER_ATTEMPTED_MAX_AGE_EXCEEDED",
        "+5511900000214, FAILED, MESSAGE_EXPIRED",
        "+5511988880000, FAILED, PILOT_SELF_NUMBER",
        "not-a-phone,    FAILED, INVALID_DESTINATION"
    })
    void aMagicRecipientDecidesTheOutcome(String to, MessageStatus status, FailureCode failure) {
        String id = client.sendText(to);
        advance(Duration.ofHours(1));
        assertThat(status(id)).isEqualTo(status);
        assertThat(progress(id).failure()).isEqualTo(failure);
    }

    @ParameterizedTest
    @CsvSource({"400", "402", "403", "409", "429", "500", "503"})
    void aMagicRecipientIsRefusedWithItsStatus(int status) {
        assertThat(client.send("{\"destinationNumber\":\"5511900000" + status + "\",\"text\":\"Hello\"}")
                        .status())
                .isEqualTo(status);
        assertThat(simulator.ledger().count()).isZero();
    }

    @Test
    void theMagicRecipientThatIsRateLimitedSaysWhenToComeBack() {
        assertThat(client.send("{\"destinationNumber\":\"+5511900000429\",\"text\":\"Hello\"}")
                        .header("retry-after"))
                .isEqualTo("1");
    }

    @Test
    void aGroupMessageOpensNoWindow() {
        simulator.inbound(simulator.number(Provider.META).id()).group("1@g.us", null, CUSTOMER, "Hello");
        String id = meta.sendText(CUSTOMER);
        advance(Duration.ofMinutes(1));
        assertThat(progress(id).failure()).isEqualTo(FailureCode.META_OUTSIDE_24H_WINDOW);
    }

    @Test
    void freeFormOnAMetaNumberFailsOutsideTheWindow() {
        String id = meta.sendText(CUSTOMER);
        advance(Duration.ofMinutes(1));
        assertThat(progress(id).failure()).isEqualTo(FailureCode.META_OUTSIDE_24H_WINDOW);
    }

    @Test
    void freeFormOnAMetaNumberPassesWhileTheCustomerWroteLately() {
        simulator.inbound(simulator.number(Provider.META).id()).text(CUSTOMER, "Hello");
        advance(Duration.ofHours(23));
        String id = meta.sendText(CUSTOMER);
        advance(Duration.ofMinutes(1));
        assertThat(status(id)).isEqualTo(MessageStatus.SENT);
    }

    @Test
    void theWindowClosesAfterADay() {
        simulator.inbound(simulator.number(Provider.META).id()).text(CUSTOMER, "Hello");
        advance(Duration.ofHours(25));
        String id = meta.sendText(CUSTOMER);
        advance(Duration.ofMinutes(1));
        assertThat(progress(id).failure()).isEqualTo(FailureCode.META_OUTSIDE_24H_WINDOW);
    }

    @Test
    void theWindowCanBeSwitchedOff() {
        simulator.configure(s -> s.with(s.lifecycle().withEnforceWindow(false)));
        String id = meta.sendText(CUSTOMER);
        advance(Duration.ofMinutes(1));
        assertThat(status(id)).isEqualTo(MessageStatus.SENT);
    }

    @Test
    void aTemplatePassesOutsideTheWindow() {
        String id = meta.send("{\"destinationNumber\":\"" + CUSTOMER + "\",\"templateId\":\"welcome\"}")
                .body()
                .get("id")
                .textValue();
        advance(Duration.ofMinutes(1));
        assertThat(status(id)).isEqualTo(MessageStatus.SENT);
    }

    @Test
    void aTemplateMetaHasNotApprovedFailsOnAMetaNumber() {
        String id = meta.send("{\"destinationNumber\":\"" + CUSTOMER
                        + "\",\"templateId\":\"under_review\",\"variables\":{\"name\":\"Marina\"}}")
                .body()
                .get("id")
                .textValue();
        advance(Duration.ofMinutes(1));
        assertThat(progress(id).failure()).isEqualTo(FailureCode.META_TEMPLATE_NOT_APPROVED);
    }

    @Test
    void aNumberThatLosesItsConnectionFailsWhatIsQueued() {
        String id = client.sendText(CUSTOMER);
        simulator.numbers().disconnect(simulator.numberId());
        advance(Duration.ofMinutes(1));
        assertThat(progress(id).failure()).isEqualTo(FailureCode.LINKED_WHATSAPP_INSTANCE_NOT_FOUND);
    }

    @Test
    void aScheduledMessageCanBeCanceledByAnyOfItsIds() {
        String id = schedule("deliverAt", Duration.ofHours(2));
        String correlationId = simulator.messages().find(id).orElseThrow().correlationId();
        assertThat(client.call("DELETE", "/messages/cancel", "{\"messageIds\":[\"" + correlationId + "\"]}")
                        .body()
                        .get("cancelled"))
                .hasToString("[\"" + correlationId + "\"]");
        advance(Duration.ofHours(3));
        assertThat(status(id)).isEqualTo(MessageStatus.CANCELED);
    }

    @Test
    void aMessageWithoutAFutureTimeCannotBeCanceled() {
        String id = client.sendText(CUSTOMER);
        assertThat(client.call("DELETE", "/messages/cancel", "{\"messageIds\":[\"" + id + "\",\"unknown\"]}")
                        .body())
                .hasToString("{\"cancelled\":[],\"failed\":[{\"id\":\"" + id
                        + "\",\"reason\":\"NOT_CANCELLABLE\"},{\"id\":\"unknown\",\"reason\":\"NOT_FOUND\"}]}");
    }
}
