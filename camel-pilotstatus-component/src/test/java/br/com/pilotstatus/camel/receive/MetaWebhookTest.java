/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import static br.com.pilotstatus.camel.receive.WebhookRuntime.assertAnswer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.model.EventMedia;
import br.com.pilotstatus.camel.model.WebhookEvent;
import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.control.Inbound;
import br.com.pilotstatus.simulator.settings.ContractSettings.MetaEvents;
import br.com.pilotstatus.simulator.state.MessageStatus;
import br.com.pilotstatus.simulator.state.Provider;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a number of Meta tells, in each form, by real webhooks of the simulator to a real route. */
class MetaWebhookTest {

    private static final String CUSTOMER = "+5511977770000";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private PilotStatusSimulator simulator;
    private SimulatedNumber number;
    private Inbound customers;
    private WebhookRuntime runtime;

    @BeforeEach
    void start() {
        simulator = PilotStatusSimulator.builder().build().start();
        number = simulator.number(Provider.META);
        customers = simulator.inbound(number.id());
    }

    @AfterEach
    void stop() {
        runtime.close();
        simulator.close();
    }

    private void listen(MetaEvents form, String options) throws Exception {
        simulator.configure(s -> s.with(s.contract().withMetaEvents(form)));
        runtime = WebhookRuntime.started(new RouteBuilder() {
            @Override
            public void configure() {
                from(WebhookRuntime.FROM + options).to("mock:route");
                from("direct:download")
                        .to("pilotstatus:media-download?allowPrivateAddresses=true&apiKey="
                                + number.key().value() + "&baseUrl=" + simulator.baseUrl());
            }
        });
        simulator
                .webhooks()
                .create(
                        number.id(),
                        "http://127.0.0.1:" + runtime.port() + WebhookRuntime.PATH + "?token=" + WebhookRuntime.TOKEN,
                        "*");
    }

    private MockEndpoint route() {
        return runtime.mock("route");
    }

    private List<WebhookEvent> events(int count) {
        await().atMost(PATIENCE).until(() -> route().getReceivedCounter() >= count);
        return route().getExchanges().stream()
                .map(exchange -> exchange.getMessage().getBody(WebhookEvent.class))
                .toList();
    }

    /** All that was sent was answered, and with 200. */
    private void awaitAttempts(int count) {
        await().atMost(PATIENCE)
                .until(() -> simulator.webhooks().attempts().stream()
                                .filter(attempt -> attempt.isSuccess())
                                .count()
                        >= count);
    }

    private String send() {
        Exchange sent = runtime.context()
                .createProducerTemplate()
                .request(
                        "pilotstatus:send?apiKey=" + number.key().value() + "&baseUrl=" + simulator.baseUrl() + "&to="
                                + CUSTOMER,
                        exchange -> exchange.getMessage().setBody("Hi"));
        assertThat(sent.getException()).isNull();
        return sent.getMessage().getHeader(PilotStatusConstants.MESSAGE_ID, String.class);
    }

    private String sent() {
        customers.text(CUSTOMER, "Hello");
        String id = send();
        simulator.clock().advance(Duration.ofSeconds(2));
        simulator.messages().awaitStatus(id, MessageStatus.READ, PATIENCE);
        return id;
    }

    @ParameterizedTest
    @EnumSource(MetaEvents.class)
    void whatHappensToAMessageRunsOnceInWhateverForm(MetaEvents form) throws Exception {
        listen(form, "&events=message.sent,message.delivered,message.read");
        sent();
        // The text of the customer and three states, each in both forms.
        awaitAttempts(form == MetaEvents.BOTH ? 8 : 4);

        assertThat(events(3))
                .extracting(WebhookEvent::name)
                .containsExactlyInAnyOrder("message.sent", "message.delivered", "message.read");
    }

    @ParameterizedTest
    @EnumSource(MetaEvents.class)
    void whatACustomerWritesRunsOnceInWhateverForm(MetaEvents form) throws Exception {
        listen(form, "&events=message.received");
        customers.text(CUSTOMER, "Hello");
        awaitAttempts(form == MetaEvents.BOTH ? 2 : 1);

        assertThat(events(1)).hasSize(1);
        assertThat(events(1).get(0).text()).isEqualTo("Hello");
        assertThat(events(1).get(0).from()).isEqualTo(CUSTOMER);
    }

    @ParameterizedTest
    @CsvSource({"EVENT", "ENVELOPE"})
    void anAnswerIsAReplyWithItsButtonInWhateverForm(MetaEvents form) throws Exception {
        listen(form, "&events=message.reply");
        String id = sent();
        customers.buttonTap(id, "confirm", "Confirm");
        customers.listReply(id, "row-2", "Tomorrow");

        List<WebhookEvent> events = events(2);
        assertThat(events).extracting(WebhookEvent::buttonId).containsExactlyInAnyOrder("confirm", "row-2");
        assertThat(events)
                .extracting(WebhookEvent::quotedMessageId)
                .containsOnly(
                        simulator.messages().find(id).orElseThrow().progress().externalMessageId());
    }

    @ParameterizedTest
    @CsvSource({"EVENT", "ENVELOPE"})
    void aPlaceACardAReactionAndAnAdvertisementAreReadInWhateverForm(MetaEvents form) throws Exception {
        listen(form, "&events=message.received");
        customers.location(CUSTOMER, -23.5, -46.6, "Store", "Rua A");
        customers.contact(CUSTOMER, "Bia", "+5511977770002");
        customers.reaction(CUSTOMER, "+1");
        customers.referred(CUSTOMER, "Hello", "ad", "120");

        List<WebhookEvent> events = events(4);
        assertThat(events.stream().map(WebhookEvent::location).filter(Objects::nonNull))
                .singleElement()
                .satisfies(place -> assertThat(place.name()).isEqualTo("Store"));
        assertThat(events)
                .anySatisfy(event -> assertThat(event.contacts())
                        .singleElement()
                        .satisfies(card -> assertThat(card.name()).isEqualTo("Bia")));
        assertThat(events.stream().map(WebhookEvent::reaction).filter(Objects::nonNull))
                .singleElement()
                .satisfies(reaction -> assertThat(reaction.emoji()).isEqualTo("+1"));
        assertThat(events.stream().map(WebhookEvent::referral).filter(Objects::nonNull))
                .singleElement()
                .satisfies(referral -> assertThat(referral.sourceId()).isEqualTo("120"));
    }

    @ParameterizedTest
    @CsvSource({"EVENT", "ENVELOPE"})
    void mediaIsFetchedByItsIdInWhateverForm(MetaEvents form) throws Exception {
        listen(form, "&events=message.received");
        customers.media(CUSTOMER, "image", "https://example.invalid/a.jpg", "Receipt", null);
        WebhookEvent event = events(1).get(0);
        assertThat(event.media()).extracting(EventMedia::caption).isEqualTo("Receipt");

        Exchange download = runtime.context()
                .createProducerTemplate()
                .request("direct:download", exchange -> exchange.getMessage().setBody(event));
        assertThat(download.getException()).isNull();
        assertThat(download.getMessage().getBody(byte[].class)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"EVENT,''", "ENVELOPE,''", "EVENT,'&events=message.received'", "ENVELOPE,'&events=message.received'"})
    void whatTheOwnerTypesIsLeftOutInWhateverForm(MetaEvents form, String events) throws Exception {
        listen(form, events);
        customers.typed(CUSTOMER, "On my way");
        awaitAttempts(1);
        customers.text(CUSTOMER, "Hello");

        assertThat(events(1)).extracting(WebhookEvent::text).containsExactly("Hello");
    }

    @ParameterizedTest
    @CsvSource({"EVENT", "ENVELOPE"})
    void whatTheOwnerTypesComesWhenItIsNamed(MetaEvents form) throws Exception {
        listen(form, "&events=message.received,fromMe");
        customers.typed(CUSTOMER, "On my way");

        WebhookEvent event = events(1).get(0);
        assertThat(event.fromMe()).isTrue();
        assertThat(event.to()).isEqualTo(CUSTOMER);
    }

    @Test
    void whatIsNoneOfTheseStaysAnEnvelope() throws Exception {
        listen(MetaEvents.EVENT, "&events=meta.envelope");
        String envelope = "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"field\":"
                + "\"message_template_status_update\",\"value\":{\"event\":\"APPROVED\"}}]}]}";
        assertAnswer(runtime.event(envelope), 200);

        assertThat(events(1).get(0).json()).isEqualTo(envelope);
    }

    @Test
    void anEventWithoutIdsBesideAnEnvelopeIsNoSecondRun() throws Exception {
        listen(MetaEvents.BOTH, "&events=message.failed");
        send();
        simulator.clock().advance(Duration.ofSeconds(2));

        assertThat(events(1)).hasSize(1);
        assertThat(events(1).get(0).errorCode()).isEqualTo("META_OUTSIDE_24H_WINDOW");
    }
}
