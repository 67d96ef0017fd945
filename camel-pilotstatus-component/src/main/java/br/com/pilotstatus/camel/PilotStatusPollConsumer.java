/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.event.EventFilter;
import br.com.pilotstatus.camel.poll.HistoryEvents;
import br.com.pilotstatus.camel.poll.HistoryPoll;
import br.com.pilotstatus.camel.poll.HistoryReader;
import br.com.pilotstatus.camel.poll.HistoryReplay;
import br.com.pilotstatus.camel.poll.PollCursor;
import br.com.pilotstatus.camel.poll.PollSubscription;
import br.com.pilotstatus.camel.receive.EventDispatcher;
import br.com.pilotstatus.camel.store.ClaimKeeper;
import br.com.pilotstatus.camel.store.ClaimStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.apache.camel.Processor;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.ScheduledPollConsumer;

/**
 * Asks for the message history again and again and passes it to the route as events, each one once. What failed, what was
 * not seen because the consumer was away, and what the service was too slow to show, comes at a later poll. Stopping waits
 * for the event under way.
 */
public class PilotStatusPollConsumer extends ScheduledPollConsumer implements ShutdownAware {

    private final PilotStatusConfiguration options;
    private final PilotStatusReceiveConfiguration receive;
    private final LongSupplier nanoTime;
    private PollSubscription subscription;
    private volatile HistoryPoll history;

    public PilotStatusPollConsumer(PilotStatusEndpoint endpoint, Processor processor) {
        this(endpoint, processor, System::nanoTime);
    }

    /** @param nanoTime by which it measures how long the service takes */
    PilotStatusPollConsumer(PilotStatusEndpoint endpoint, Processor processor, LongSupplier nanoTime) {
        super(endpoint, processor);
        this.nanoTime = nanoTime;
        options = endpoint.getConfiguration();
        receive = endpoint.getReceive();
    }

    @Override
    public PilotStatusEndpoint getEndpoint() {
        return (PilotStatusEndpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        PilotStatusComponent component = getEndpoint().getComponent();
        PollSubscription wanted =
                PollSubscription.of(options, receive, getEndpoint().requests());
        subscription = component.subscribe(wanted);
        history = history(subscription.name(), subscription.inbox(), component.claims());
        component.claims().check(subscription.inbox());
        super.doStart();
    }

    private HistoryPoll history(String name, ClaimStore inbox, ClaimKeeper claims) {
        String number = options.getWhatsappNumberId();
        HistoryReader reader = new HistoryReader(
                getEndpoint().calls(), getEndpoint().requests(), number, HistoryReader.MOST, nanoTime);
        HistoryReplay replay = new HistoryReplay(
                name,
                new HistoryEvents(number),
                EventFilter.of(options.getEvents()),
                new EventDispatcher(this, inbox, claims),
                inbox);
        return new HistoryPoll(
                name,
                new PollCursor(inbox, name),
                reader,
                replay,
                Duration.ofMillis(receive.getOverlap()),
                InstantSource.system(),
                nanoTime);
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        // Camel stops what could not start, too; the name may be another's then.
        if (subscription != null) {
            getEndpoint().getComponent().unsubscribe(subscription);
            subscription = null;
        }
    }

    @Override
    protected int poll() {
        return history.poll(this::isPollAllowed);
    }

    @Override
    protected void processEmptyMessage() throws Exception {
        // There were messages; they have failed, or are yet to be read.
        if (!history.hasLeftSome()) {
            super.processEmptyMessage();
        }
    }

    @Override
    public boolean deferShutdown(ShutdownRunningTask shutdownRunningTask) {
        return false;
    }

    @Override
    public int getPendingExchangesSize() {
        HistoryPoll current = history;
        return current != null && current.isRouting() ? 1 : 0;
    }

    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        // Nothing to prepare: a suspended consumer takes no further event, and the one under way is counted.
    }
}
