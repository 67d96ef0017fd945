/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

import br.com.pilotstatus.simulator.settings.Settings;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Everything the simulator remembers, in one place. All of it may be used by many threads. */
public final class World {

    private static final int GROUPS = 10_000;

    private final AtomicReference<Settings> settings;
    private final Settings initial;
    private final SimulatorClock clock = new SimulatorClock();
    private final Ids ids;
    private final Account account;
    private final Ledger ledger;
    private final MessageStore messages;
    private final BoundedLog<InboundMessage> inbox;
    private final TemplateStore templates;
    private final WebhookStore webhooks;
    private final BoundedStore<SimulatedGroup> groups = new BoundedStore<>(GROUPS);
    private final CallStore calls = new CallStore();
    private final Administration administration = new Administration();
    private final Conversations conversations = new Conversations();
    private final RequestCounts requests = new RequestCounts();
    private final AtomicInteger generation = new AtomicInteger();

    public World(String seed, Settings initial) {
        this.initial = initial;
        settings = new AtomicReference<>(initial);
        ids = new Ids(seed);
        account = new Account(ids, clock.now());
        ledger = new Ledger(initial.retention().messages(), initial.retention().bytes());
        messages = new MessageStore(ids, ledger);
        inbox = new BoundedLog<>(
                initial.retention().messages(), initial.retention().bytes(), InboundMessage::weight);
        templates = new TemplateStore(ids);
        webhooks = new WebhookStore(ids);
    }

    public Settings settings() {
        return settings.get();
    }

    public Settings configure(UnaryOperator<Settings> change) {
        return settings.updateAndGet(change);
    }

    public SimulatorClock clock() {
        return clock;
    }

    public Ids ids() {
        return ids;
    }

    public Account account() {
        return account;
    }

    public Ledger ledger() {
        return ledger;
    }

    public MessageStore messages() {
        return messages;
    }

    /** What the numbers were written. */
    public BoundedLog<InboundMessage> inbox() {
        return inbox;
    }

    /** What one number was written, or its owner typed, oldest first. */
    public List<InboundMessage> inboxOf(String numberId) {
        return inbox.entries().stream()
                .filter(message -> message.numberId().equals(numberId))
                .toList();
    }

    public TemplateStore templates() {
        return templates;
    }

    public WebhookStore webhooks() {
        return webhooks;
    }

    /** The groups the numbers are in. */
    public BoundedStore<SimulatedGroup> groups() {
        return groups;
    }

    public CallStore calls() {
        return calls;
    }

    public Administration administration() {
        return administration;
    }

    public Conversations conversations() {
        return conversations;
    }

    public RequestCounts requests() {
        return requests;
    }

    /** Counts the resets, so that work begun before one can tell that nobody waits for it any more. */
    public int generation() {
        return generation.get();
    }

    /**
     * Back to the beginning, settings and clock included; ids go on, so that none is ever given twice.
     *
     * @param kept webhooks that stay, as far as the number they belong to does
     */
    public void reset(Predicate<SimulatedWebhook> kept) {
        generation.incrementAndGet();
        clock.reset();
        settings.set(initial);
        account.reset();
        messages.clear();
        inbox.clear();
        templates.reset();
        webhooks.removeIf(webhook ->
                !kept.test(webhook) || account.number(webhook.numberId()).isEmpty());
        groups.clear();
        calls.clear();
        administration.clear();
        conversations.clear();
        requests.clear();
    }
}
