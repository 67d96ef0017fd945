/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import br.com.pilotstatus.simulator.state.LedgerEntry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/** An order in every outcome, each told, and judged by what the service and the ledger of Pilot Status say. */
final class DemoStories {

    private static final String SEND = "sendMessage";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Shop shop;
    private final PilotStatusSimulator pilotStatus;

    DemoStories(Shop shop, PilotStatusSimulator pilotStatus) {
        this.shop = shop;
        this.pilotStatus = pilotStatus;
    }

    /** Plays them one after the other. Throws when one does not come to its end. */
    void play() {
        long order = confirmed();
        replied(order);
        shipped(order);
        retried();
        mended();
        reconciled();
        refused();
        verdict();
    }

    private long confirmed() {
        title("POST /orders: Marina bought a lamp for 189,90");
        long order = shop.place("A-1", "(11) 97777-0001", "Marina", "189.90");
        until("it is accepted and read", () -> "READ".equals(shop.notice(order).status()));
        line("accepted, sent, delivered, read; message " + shop.notice(order).messageId());
        return order;
    }

    private void replied(long order) {
        title("Marina answers");
        pilotStatus.inbound().reply(shop.notice(order).messageId(), "Obrigada!");
        until("the reply is kept", () -> !shop.show(order).replies().isEmpty());
        line("kept with her order: " + shop.show(order).replies());
    }

    private void shipped(long order) {
        title("POST /orders/{id}/shipment: the parcel leaves, told by the second number");
        shop.ship(order);
        until(
                "the shipment is told",
                () -> "READ".equals(shop.show(order).notices().get(1).status()));
        LedgerEntry sent = pilotStatus.ledger().entries().get(1);
        assertThat(sent.numberId()).isNotEqualTo(pilotStatus.numberId());
        line("template " + sent.request().path("templateId").asText() + " from number " + sent.numberId());
    }

    private void retried() {
        title("Pilot Status is too busy (429) for a while");
        pilotStatus.faults().add(FaultRule.next(4, Fault.status(429)).on(SEND));
        line("refused for now, and accepted later: " + accepted("A-2", "+5511977770002"));
    }

    private void mended() {
        title("The plan has run out (402)");
        long broken =
                pilotStatus.faults().add(FaultRule.always(Fault.status(402)).on(SEND));
        long order = shop.place("A-3", "+5511977770003", "Bia", "75.00");
        until("the health is down", () -> !shop.isUp("outbox"));
        assertThat(shop.isUp("readiness")).as("orders are still taken").isTrue();
        line("the order waits, the health is DOWN, and orders are still taken");
        pilotStatus.faults().remove(broken);
        until("it goes out after all", () -> isIn(order, "ACCEPTED") && shop.isUp("outbox"));
        line("somebody pays: accepted, and the health is UP");
    }

    private void reconciled() {
        title("An answer is lost on its way");
        pilotStatus.faults().add(FaultRule.next(1, Fault.replyLost()).on(SEND));
        long hidden =
                pilotStatus.faults().add(FaultRule.always(Fault.status(503)).on("listMessageHistory"));
        long order = shop.place("A-4", "+5511977770004", "Caio", "18.50");
        until("it is in doubt", () -> isIn(order, "IN_DOUBT"));
        line("in doubt, so it is not sent again");
        pilotStatus.faults().remove(hidden);
        until("the service is asked", () -> isIn(order, "ACCEPTED"));
        line("the history of Pilot Status shows it: accepted");
    }

    private void refused() {
        title("A phone number that is none");
        long order = shop.place("A-5", "4004-0000", "Davi", "10.00");
        until("it is refused", () -> isIn(order, "REFUSED"));
        line("refused for good: " + shop.notice(order).reason());
    }

    private void verdict() {
        List<LedgerEntry> ledger = pilotStatus.ledger().entries();
        assertThat(ledger).as("messages that Pilot Status accepted").hasSize(5);
        assertThat(ledger.stream().map(LedgerEntry::destination).distinct())
                .as("customers who were written to")
                .hasSize(4);
        title("All of it happened: 5 messages to 4 customers, none twice, by the ledger of Pilot Status");
    }

    private String accepted(String reference, String phone) {
        long order = shop.place(reference, phone, "Ana", "42.00");
        until("it is accepted", () -> isIn(order, "ACCEPTED"));
        assertThat(pilotStatus.ledger().to(phone)).hasSize(1);
        return shop.notice(order).messageId();
    }

    private boolean isIn(long order, String state) {
        return shop.notice(order).state().equals(state);
    }

    private static void until(String what, Callable<Boolean> happened) {
        await(what).atMost(PATIENCE).until(happened);
    }

    static void title(String text) {
        System.out.println();
        System.out.println(text);
    }

    static void line(String text) {
        System.out.println("   " + text);
    }
}
