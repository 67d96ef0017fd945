/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.recipes;

import br.com.pilotstatus.camel.PilotStatusConstants;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;

/** Joins what was sent to the first event about it, in whichever order they come. */
public final class SentWithEvent implements AggregationStrategy {

    @Override
    public Exchange aggregate(Exchange first, Exchange next) {
        if (first == null || isEvent(first) == isEvent(next)) {
            return first == null ? next : first;
        }
        Exchange sent = isEvent(first) ? next : first;
        Exchange event = isEvent(first) ? first : next;
        sent.setProperty("event", event.getMessage().getBody());
        return sent;
    }

    private static boolean isEvent(Exchange exchange) {
        return exchange.getMessage().getHeader(PilotStatusConstants.EVENT) != null;
    }
}
