/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main.demo;

import br.com.pilotstatus.examples.main.erp.Order;
import br.com.pilotstatus.simulator.state.LedgerEntry;
import br.com.pilotstatus.simulator.state.MessageStatus;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Watches what happens in the systems around the application, and never asks the application itself. */
final class Witness {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final Systems systems;
    private final Duration patience;

    Witness(Systems systems, Duration patience) {
        this.systems = systems;
        this.patience = patience;
    }

    /** The send that Pilot Status accepted as its so-manieth, counted from 1. */
    LedgerEntry accepted(int position, String what) throws DidNotHappenException {
        until(
                what + " is accepted by Pilot Status",
                () -> systems.pilotStatus().ledger().count() >= position);
        return systems.pilotStatus().ledger().entries().get(position - 1);
    }

    /** Waits until the message has come to a status, or beyond it. */
    void reached(LedgerEntry entry, MessageStatus status, String what) throws DidNotHappenException {
        until(what + " becomes " + status, () -> statusOf(entry).compareTo(status) >= 0);
        require(
                statusOf(entry).compareTo(MessageStatus.READ) <= 0,
                what + " became " + statusOf(entry) + " in place of " + status);
    }

    /** Waits until the ERP shows the same status of the message. */
    void reported(LedgerEntry entry, MessageStatus status, String what) throws DidNotHappenException {
        until(
                "the ERP hears that " + what + " is " + status,
                () -> systems.orders()
                        .message(entry.id())
                        .filter(message -> message.status().equals(status.name()))
                        .isPresent());
    }

    Order order(String id) {
        return systems.orders().byId(id).orElseThrow();
    }

    /** Waits for a condition. */
    void until(String what, Callable<Boolean> condition) throws DidNotHappenException {
        try {
            Awaitility.await().atMost(patience).pollInterval(LOOK_AGAIN).until(condition);
        } catch (ConditionTimeoutException e) {
            throw new DidNotHappenException(
                    "within " + patience.toSeconds() + " seconds it did not come to this: " + what + ". " + state());
        }
    }

    /** Fails when a fact is not one. */
    void require(boolean fact, String otherwise) throws DidNotHappenException {
        if (!fact) {
            throw new DidNotHappenException(otherwise + ". " + state());
        }
    }

    /** What there is, for the reason of a failure: no phones, no texts. */
    private String state() {
        return "There is: " + systems.orders().all() + "; "
                + systems.pilotStatus().ledger().count()
                + " accepted messages; mails that need a person: "
                + systems.mail().count("Needs-a-person")
                + "; dead letters: " + systems.broker().depth(Broker.DEAD_LETTERS);
    }

    private MessageStatus statusOf(LedgerEntry entry) {
        return systems.pilotStatus().messages().find(entry.id()).orElseThrow().status();
    }
}
