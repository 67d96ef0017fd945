/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.SimulatorTestSupport;
import br.com.pilotstatus.camel.error.PilotStatusNotFoundException;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.CancelResult;
import br.com.pilotstatus.camel.model.MessageState;
import br.com.pilotstatus.camel.model.Template;
import br.com.pilotstatus.camel.model.Webhook;
import br.com.pilotstatus.camel.model.WebhookLog;
import br.com.pilotstatus.simulator.settings.ContractSettings;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** Each call that sends no message, over a real socket. */
class CallsTest extends SimulatorTestSupport {

    private static final String LATER = "&deliverAt=2099-01-01T00:00:00Z&to=" + PHONE;

    @Test
    void statusAsksForTheMessageJustSent() {
        Exchange exchange = send("pilotstatus:send?to=" + PHONE, "Hi");
        String id = onlySend().id();
        Exchange asked =
                send("pilotstatus:status", "kept?", exchange.getMessage().getHeaders());
        MessageState state = asked.getMessage().getBody(MessageState.class);
        assertThat(state.id()).isEqualTo(id);
        assertThat(state.destinationNumber()).isEqualTo(PHONE);
        assertThat(asked.getMessage().getHeader(PilotStatusConstants.STATUS)).isEqualTo(state.status());
    }

    @Test
    void statusTakesTheIdFromTheEndpointFirst() {
        send("pilotstatus:send?to=" + PHONE, "Hi");
        Exchange asked = send(
                "pilotstatus:status?id=${body}", onlySend().id(), Map.of(PilotStatusConstants.MESSAGE_ID, "other"));
        assertThat(asked.getMessage().getBody(MessageState.class).id())
                .isEqualTo(onlySend().id());
    }

    @Test
    void theStatusOfAnUnknownMessageIsNotFound() {
        Exchange asked = send("pilotstatus:status?id=nobody", null);
        assertThat(asked.getException()).isInstanceOf(PilotStatusNotFoundException.class);
    }

    @Test
    void statusWithoutAnIdNamesWhatIsMissing() {
        assertThat(send("pilotstatus:status", null).getException())
                .isInstanceOf(PilotStatusValidationException.class)
                .hasMessage("'messageId' is missing");
    }

    @Test
    void theStatusFollowsTheMessage() {
        send("pilotstatus:send?to=" + PHONE, "Hi");
        String uri = "pilotstatus:status?id=" + onlySend().id();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(send(uri, null)
                                .getMessage()
                                .getBody(MessageState.class)
                                .status())
                        .isEqualTo("READ"));
    }

    @Test
    void resultInHeadersLeavesTheBody() {
        send("pilotstatus:send?to=" + PHONE, "Hi");
        Exchange asked =
                send("pilotstatus:status?result=headers&id=" + onlySend().id(), "kept");
        assertThat(asked.getMessage().getBody()).isEqualTo("kept");
        assertThat(asked.getMessage().getHeader(PilotStatusConstants.STATUS)).isNotNull();
    }

    @Test
    void aScheduledMessageIsCancelled() {
        Exchange exchange = send("pilotstatus:send?text=Hi" + LATER, null);
        Exchange cancelled =
                send("pilotstatus:cancel", null, exchange.getMessage().getHeaders());
        CancelResult result = cancelled.getMessage().getBody(CancelResult.class);
        assertThat(result.cancelled()).containsExactly(onlySend().id());
        assertThat(result.failedCount()).isZero();
    }

    @Test
    void aListOfIdsIsCancelledAndTheRestIsNamed() {
        send("pilotstatus:send?text=Hi" + LATER, null);
        Exchange cancelled = send("pilotstatus:cancel", List.of(onlySend().id(), "nobody"));
        CancelResult result = cancelled.getMessage().getBody(CancelResult.class);
        assertThat(result.cancelledCount()).isEqualTo(1);
        assertThat(result.failed()).extracting(CancelResult.Failed::id).containsExactly("nobody");
    }

    @Test
    void theOtherAnswerToACancellationIsReadToo() {
        simulator()
                .configure(settings ->
                        settings.with(settings.contract().withCancelAnswer(ContractSettings.CancelAnswer.COUNTS)));
        send("pilotstatus:send?text=Hi" + LATER, null);
        Exchange cancelled = send("pilotstatus:cancel", List.of(onlySend().id(), "nobody"));
        CancelResult result = cancelled.getMessage().getBody(CancelResult.class);
        assertThat(result).isEqualTo(new CancelResult(List.of(), List.of(), 1, 1));
    }

    @Test
    void templatesAreListedInEitherContainer() {
        for (ContractSettings.Container container : ContractSettings.Container.values()) {
            simulator().configure(settings -> settings.with(settings.contract().withContainer(container)));
            List<?> templates =
                    send("pilotstatus:templates-list", null).getMessage().getBody(List.class);
            assertThat(templates)
                    .as(container.name())
                    .extracting(template -> ((Template) template).name())
                    .contains("welcome", "order_confirmed");
        }
    }

    @Test
    void aTemplateIsFoundByName() {
        Exchange exchange = send("pilotstatus:templates-get?id=welcome", null);
        assertThat(exchange.getMessage().getBody(Template.class).name()).isEqualTo("welcome");
    }

    private Webhook create() {
        String uri =
                "pilotstatus:webhooks-create?param.url=http://127.0.0.1:9/hook&param.events=message.sent,message.read";
        Exchange exchange = send(uri, null);
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(Webhook.class);
    }

    @Test
    void aWebhookIsCreatedFromOptionsAndFound() {
        Webhook created = create();
        assertThat(created.events()).containsExactly("message.sent", "message.read");
        Webhook found = send("pilotstatus:webhooks-get?id=" + created.id(), null)
                .getMessage()
                .getBody(Webhook.class);
        assertThat(found.url()).isEqualTo("http://127.0.0.1:9/hook");
    }

    @Test
    void aWebhookIsCreatedFromABody() {
        Map<String, Object> body = Map.of("url", "http://127.0.0.1:9/b", "events", List.of("*"), "active", true);
        Webhook created = send("pilotstatus:webhooks-create", body).getMessage().getBody(Webhook.class);
        assertThat(created.url()).isEqualTo("http://127.0.0.1:9/b");
        assertThat(created.active()).isTrue();
    }

    @Test
    void aBodyIsNotReadOnceTheEndpointNamesAPartOfTheCall() {
        Map<String, Object> body = Map.of("order", 7, "name", "business data");
        Webhook created = send("pilotstatus:webhooks-create?param.url=http://127.0.0.1:9/c", body)
                .getMessage()
                .getBody(Webhook.class);
        assertThat(created.url()).isEqualTo("http://127.0.0.1:9/c");
        assertThat(created.name()).isNotEqualTo("business data");
    }

    @Test
    void aFieldThatTheCallDoesNotTakeIsNamedByTheError() {
        assertThat(send("pilotstatus:webhooks-create", Map.of("uri", "x")).getException())
                .isInstanceOf(PilotStatusValidationException.class)
                .hasMessageContaining("it takes url, name, events, active, whatsappNumberId");
    }

    @Test
    void webhooksAreListed() {
        Webhook created = create();
        List<?> all = send("pilotstatus:webhooks-list", null).getMessage().getBody(List.class);
        assertThat(all).extracting(webhook -> ((Webhook) webhook).id()).containsExactly(created.id());
    }

    @Test
    void aWebhookIsPaused() {
        Exchange exchange = send("pilotstatus:webhooks-update?param.active=false&id=" + create().id(), null);
        assertThat(exchange.getMessage().getBody(Webhook.class).active()).isFalse();
    }

    @Test
    void aWebhookIsDeletedOnceTheAuthorConfirms() {
        Webhook created = create();
        assertThat(send("pilotstatus:webhooks-delete?confirm=true&id=" + created.id(), null)
                        .getException())
                .isNull();
        assertThat(send("pilotstatus:webhooks-get?id=" + created.id(), null).getException())
                .isInstanceOf(PilotStatusNotFoundException.class);
    }

    @Test
    void theDeliveriesOfAWebhookAreListed() {
        Webhook created = create();
        send("pilotstatus:send?to=" + PHONE, "Hi");
        String uri = "pilotstatus:webhooks-logs?param.limit=10&id=" + created.id();
        await().atMost(SOON).untilAsserted(() -> {
            List<?> logs = send(uri, null).getMessage().getBody(List.class);
            assertThat(logs).extracting(log -> ((WebhookLog) log).status()).contains("FAILED");
        });
    }

    @Test
    void parametersComeFromAHeaderToo() {
        Map<String, Object> headers = Map.of(PilotStatusConstants.PARAMS, Map.of("limit", 51));
        Exchange exchange = send("pilotstatus:webhooks-logs?id=" + create().id(), null, headers);
        assertThat(exchange.getException()).hasMessage("'limit' must be a whole number from 1 to 50");
    }
}
