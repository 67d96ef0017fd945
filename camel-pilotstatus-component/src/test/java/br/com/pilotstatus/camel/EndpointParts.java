/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.api.RequestFactory;
import br.com.pilotstatus.camel.call.EndpointCalls;
import br.com.pilotstatus.camel.poll.PollSubscription;

/** What an endpoint keeps to itself, for tests of the rooms below it. */
public final class EndpointParts {

    private EndpointParts() {}

    public static EndpointCalls calls(PilotStatusEndpoint endpoint) {
        return endpoint.calls();
    }

    public static RequestFactory requests(PilotStatusEndpoint endpoint) {
        return endpoint.requests();
    }

    public static PollSubscription subscription(PilotStatusEndpoint endpoint) {
        return PollSubscription.of(endpoint.getConfiguration(), endpoint.getReceive(), endpoint.requests());
    }
}
