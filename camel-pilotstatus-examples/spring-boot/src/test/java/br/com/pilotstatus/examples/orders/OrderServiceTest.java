/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.examples.orders.order.OrderView;
import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import br.com.pilotstatus.simulator.state.LedgerEntry;
import br.com.pilotstatus.simulator.state.Provider;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.ActiveProfiles;

/** The application as it runs, with PostgreSQL and Pilot Status on this machine, seen through HTTP and the ledger. */
@Timeout(60)
@AutoConfigureObservability
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("embedded")
@Import({Surroundings.class, Spans.class})
class OrderServiceTest {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String SEND = "sendMessage";

    @Autowired
    PilotStatusSimulator pilotStatus;

    @Autowired
    TestRestTemplate anybody;

    @Autowired
    Spans spans;

    @Test
    void anOrderIsConfirmedAndItsStatusKept() {
        long order = place("(11) 97777-0001");

        LedgerEntry sent = pilotStatus.ledger().awaitMessage("+5511977770001", SOON);
        assertThat(sent.request().at("/templateId").asText()).isEqualTo("order_confirmed");
        assertThat(sent.request().at("/variables/total").asText()).isEqualTo("1.189,90");
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(notice(order).state()).isEqualTo("ACCEPTED");
            assertThat(notice(order).messageId()).isEqualTo(sent.id());
            assertThat(notice(order).status()).isEqualTo("READ");
        });
    }

    @Test
    void aReplyIsKeptWithItsOrder() {
        long order = place("+5511977770002");
        LedgerEntry sent = pilotStatus.ledger().awaitMessage("+5511977770002", SOON);
        await().atMost(SOON).until(() -> "ACCEPTED".equals(notice(order).state()));

        pilotStatus.inbound().reply(sent.id(), "Obrigada!");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(view(order).replies()).containsExactly("Obrigada!"));
    }

    @Test
    void anOrderThatIsPlacedTwiceIsOne() {
        String reference = UUID.randomUUID().toString();

        long first = place(reference, "+5511977770003");
        long second = place(reference, "+5511977770003");

        assertThat(second).isEqualTo(first);
        await().atMost(SOON).until(() -> "ACCEPTED".equals(notice(first).state()));
        assertThat(pilotStatus.ledger().to("+5511977770003")).hasSize(1);
    }

    @Test
    void aShipmentIsToldByTheOtherNumber() {
        long order = place("+5511977770004");

        shop().postForLocation("/orders/{id}/shipment", null, order);
        shop().postForLocation("/orders/{id}/shipment", null, order);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(view(order).notices())
                        .extracting(OrderView.Notice::template, OrderView.Notice::status)
                        .containsExactly(tuple("order_confirmed", "READ"), tuple("order_shipped", "READ")));
        assertThat(pilotStatus.ledger().to("+5511977770004"))
                .extracting(LedgerEntry::numberId)
                .containsExactlyInAnyOrder(
                        pilotStatus.numberId(),
                        pilotStatus.number(Provider.META).id());
    }

    @Test
    void aLostAnswerIsInDoubtUntilTheServiceIsAsked() {
        pilotStatus.faults().add(FaultRule.next(1, Fault.replyLost()).on(SEND));
        long hidden =
                pilotStatus.faults().add(FaultRule.always(Fault.status(503)).on("listMessageHistory"));

        long order = place("+5511977770005");
        await().atMost(SOON).until(() -> "IN_DOUBT".equals(notice(order).state()));
        pilotStatus.faults().remove(hidden);

        await().atMost(SOON).until(() -> "ACCEPTED".equals(notice(order).state()));
        assertThat(pilotStatus.ledger().to("+5511977770005")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aRefusalForNowIsTriedAgain(int status) {
        String phone = "+55119777701" + (status % 100 + 10);
        pilotStatus.faults().add(FaultRule.next(7, Fault.status(status)).on(SEND));

        long order = place(phone);

        await().atMost(SOON).until(() -> "ACCEPTED".equals(notice(order).state()));
        assertThat(pilotStatus.ledger().to(phone)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 402, 403})
    void anAccountThatMustBeMendedMakesOrdersWaitAndTheHealthDown(int status) {
        String phone = "+5511977770" + status;
        long broken =
                pilotStatus.faults().add(FaultRule.always(Fault.status(status)).on(SEND));

        long order = place(phone);
        await().atMost(SOON).until(() -> health("outbox") == HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(shop().getForObject("/actuator/health/outbox", String.class)).contains("ORDERS", "" + status);
        assertThat(notice(order).state()).isIn("PENDING", "SENDING");
        assertThat(health("readiness")).isEqualTo(HttpStatus.OK);

        pilotStatus.faults().remove(broken);
        await().atMost(SOON).until(() -> "ACCEPTED".equals(notice(order).state()));
        assertThat(health("outbox")).isEqualTo(HttpStatus.OK);
        assertThat(pilotStatus.ledger().to(phone)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+5511900000400", "4004-0000"})
    void aRefusalForGoodIsTheEnd(String phone) {
        long order = place(phone);

        await().atMost(SOON).until(() -> "REFUSED".equals(notice(order).state()));
        assertThat(notice(order).reason()).isNotBlank().doesNotContain(phone);
        assertThat(health("outbox")).isEqualTo(HttpStatus.OK);
    }

    @Test
    void anIncompleteOrderIsRefused() {
        assertThat(shop().postForEntity("/orders", Map.of("reference", "r", "name", "Marina"), String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.BAD_REQUEST);
    }

    @Test
    void nobodyPlacesOrdersWithoutAPassword() {
        assertThat(anybody.postForEntity("/orders", Map.of(), String.class).getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "logistics"})
    void aWebhookNeedsItsTokenAndNothingElse(String number) {
        Map<String, String> event = Map.of("event", "message.received");

        assertThat(anybody.postForEntity("/webhooks/{number}", event, String.class, number)
                        .getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(anybody.postForEntity(
                                "/webhooks/{number}?token=a-token-for-the-" + number, event, String.class, number)
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }

    @Test
    void probesNeedNoPassword() {
        assertThat(anybody.getForEntity("/actuator/health/readiness", String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }

    @Test
    void callsOfBothNumbersAndRoutesAreMeasured() {
        shop().postForLocation("/orders/{id}/shipment", null, place("+5511977770006"));
        await().atMost(SOON)
                .until(() -> pilotStatus.ledger().to("+5511977770006").size() == 2);

        assertThat(shop().getForObject("/actuator/prometheus", String.class))
                .containsPattern("camel_pilotstatus_calls_seconds_count.*component=\"pilotstatus\"")
                .containsPattern("camel_pilotstatus_calls_seconds_count.*component=\"logistics\"")
                .containsPattern("camel_route_policy_seconds_count.*routeId=\"outbox-ORDERS\"");
    }

    @Test
    void aSendIsASpan() {
        place("+5511977770007");

        await().atMost(SOON).until(() -> spans.names.contains("pilotstatus"));
    }

    private TestRestTemplate shop() {
        return anybody.withBasicAuth("shop", "shop");
    }

    private long place(String phone) {
        return place(UUID.randomUUID().toString(), phone);
    }

    private long place(String reference, String phone) {
        Map<String, Object> order = Map.of("reference", reference, "phone", phone, "name", "Marina", "total", 1189.9);
        return shop().postForObject("/orders", order, Placed.class).id();
    }

    private record Placed(long id) {}

    private OrderView view(long order) {
        return shop().getForObject("/orders/{id}", OrderView.class, order);
    }

    private OrderView.Notice notice(long order) {
        return view(order).notices().get(0);
    }

    private HttpStatus health(String path) {
        return HttpStatus.valueOf(shop().getForEntity("/actuator/health/" + path, String.class)
                .getStatusCode()
                .value());
    }
}
