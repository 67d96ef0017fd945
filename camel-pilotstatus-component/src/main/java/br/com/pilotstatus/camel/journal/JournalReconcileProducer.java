/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.journal;

import br.com.pilotstatus.camel.AbsentSend;
import br.com.pilotstatus.camel.PilotStatusCallConfiguration;
import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.api.Operation;
import br.com.pilotstatus.camel.api.RequestFactory;
import br.com.pilotstatus.camel.call.CallingProducer;
import br.com.pilotstatus.camel.call.EndpointCalls;
import br.com.pilotstatus.camel.call.EndpointFailures;
import br.com.pilotstatus.camel.call.NumberSelection;
import br.com.pilotstatus.camel.model.JournalDecision;
import br.com.pilotstatus.camel.model.JournalDecision.Reason;
import br.com.pilotstatus.camel.model.JournalEntry;
import br.com.pilotstatus.camel.options.OperationKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;

/**
 * Asks the service what became of sends that the journal does not know the outcome of, number by number, and holds the
 * thread of the route meanwhile. Decides what the message history shows, and says of the rest why it is left.
 */
public final class JournalReconcileProducer extends CallingProducer {

    private static final int MOST = 10_000;

    private final PilotStatusConfiguration configuration;
    private final SendJournal journal;
    private final NumberSelection number;
    private final RequestFactory requests;
    private final Duration settleAfter;
    private final boolean refuseAbsent;

    public JournalReconcileProducer(
            Endpoint endpoint,
            PilotStatusConfiguration configuration,
            PilotStatusCallConfiguration call,
            SendJournal journal,
            RequestFactory requests,
            EndpointCalls calls,
            EndpointFailures failures) {
        super(endpoint, OperationKind.JOURNAL_RECONCILE.operationName(), calls, failures);
        this.configuration = configuration;
        this.journal = journal;
        this.number = new NumberSelection(endpoint.getCamelContext(), configuration);
        this.requests = requests;
        this.settleAfter = Duration.ofMillis(call.getSettleAfter());
        this.refuseAbsent = call.getAbsent() == AbsentSend.REFUSED;
    }

    @Override
    protected boolean begin(Exchange exchange, AsyncCallback callback) {
        exchange.getMessage().setBody(reconcile(number.of(exchange)));
        return true;
    }

    private List<JournalDecision> reconcile(String named) {
        List<JournalEntry> undecided = new ArrayList<>(journal.undecided(MOST));
        List<JournalDecision> decisions = new ArrayList<>();
        for (String numberId : numbers(named, undecided)) {
            String sender = requests.call(Operation.MESSAGES_HISTORY, Map.of(), numberId)
                    .sender();
            NumberHistory history = new NumberHistory(calls(), requests, numberId);
            decisions.addAll(new JournalReconciler(journal, history, settleAfter, refuseAbsent).reconcile(sender));
            undecided.removeIf(entry -> JournalKey.isOf(entry.key(), sender));
        }
        undecided.forEach(entry -> decisions.add(JournalDecision.left(entry, Reason.OTHER_NUMBER)));
        decisions.sort(Comparator.comparing(JournalDecision::since));
        return decisions;
    }

    /** The numbers to ask for: the one that is named, or else all that the keys of this endpoint may act for. */
    private Set<String> numbers(String named, List<JournalEntry> undecided) {
        Set<String> numbers = new LinkedHashSet<>();
        if (named != null) {
            numbers.add(named);
            return numbers;
        }
        for (JournalEntry entry : undecided) {
            if (entry.numberId() == null
                    ? configuration.keys().hasNumberKey()
                    : configuration.getAccountKey() != null) {
                numbers.add(entry.numberId());
            }
        }
        return numbers;
    }
}
