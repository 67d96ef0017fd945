/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import org.apache.camel.Exchange;
import org.apache.camel.spi.annotations.PollDynamic;
import org.apache.camel.support.component.PollDynamicAwareSupport;

/**
 * Keeps a route from starting that asks for events by <code>pollEnrich</code>. Without it, such a route would fail with
 * its first exchange only, since that is when Camel makes the consumer.
 */
@PollDynamic(PilotStatusConstants.SCHEME)
public class PilotStatusPollDynamicAware extends PollDynamicAwareSupport {

    /** Why nobody can ask for events one by one: Camel would queue them, and what was queued counts as processed. */
    static UnsupportedOperationException refusal() {
        return new UnsupportedOperationException("Events of Pilot Status cannot be asked for with poll, pollEnrich or a"
                + " consumer template, where they would count as processed before anybody has them. Receive them with"
                + " from, and hand them to a queue that keeps them, or to an aggregator that waits for them");
    }

    @Override
    protected void doInit() throws Exception {
        throw refusal();
    }

    @Override
    public boolean isLenientProperties() {
        return false;
    }

    @Override
    public DynamicAwareEntry prepare(Exchange exchange, String uri, String originalUri) {
        throw refusal();
    }

    @Override
    public String resolveStaticUri(Exchange exchange, DynamicAwareEntry entry) {
        throw refusal();
    }
}
