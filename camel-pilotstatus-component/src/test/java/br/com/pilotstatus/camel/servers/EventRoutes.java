/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import br.com.pilotstatus.camel.event.DeliveryVerifier;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;

/** Several consumers of events on one server, and a route that is none. */
final class EventRoutes extends RouteBuilder {

    static final String TOKEN_PATH = "/pilotstatus/webhook";
    static final String HMAC_PATH = "/hmac";
    /** Where a header is trusted that a proxy sets. */
    static final String PROXY_PATH = "/proxy";

    static final String ANYBODY_PATH = "/anybody";
    /** Where a body may take no longer than a second. */
    static final String HASTY_PATH = "/hasty";

    static final String BROKEN_VERIFIER_PATH = "/broken-verifier";
    static final String BROKEN_INBOX_PATH = "/broken-inbox";
    static final String OTHER_PATH = "/other";

    static final String OLD_TOKEN = "tkn-3f9c2a71d04be865";
    /** Holds what an address must encode. */
    static final String NEW_TOKEN = "tkn+b865/04be&2a71=3f9c";

    static final String OLD_SECRET = "old-secret-c2f4a8367b1e5d90";
    static final String NEW_SECRET = "new-secret-5d90c2f4a8367b1e";

    static final String OLD_VERIFY_TOKEN = "old-verify-token-1b5d";
    static final String NEW_VERIFY_TOKEN = "new-verify-token-1b5d";

    /** Id of the route that receives events with a token. */
    static final String ROUTE = "receiver";

    private final WebhookServer server;
    private final Runs runs;

    EventRoutes(WebhookServer server, Runs runs) {
        this.server = server;
        this.runs = runs;
    }

    /** A consumer of events with a token, on a path of choice. */
    static String consumer(String path) {
        return "pilotstatus:webhook?path=" + path + "&token=RAW{" + OLD_TOKEN + "," + NEW_TOKEN + "}";
    }

    @Override
    public void configure() {
        from(consumer(TOKEN_PATH)).routeId(ROUTE).process(runs);
        from("pilotstatus:webhook?path=" + HMAC_PATH + "&secret=" + OLD_SECRET + "," + NEW_SECRET + "&verifyToken="
                        + OLD_VERIFY_TOKEN + "," + NEW_VERIFY_TOKEN)
                .process(runs);
        bindToRegistry("proxy", (DeliveryVerifier) delivery -> {
            runs.saw(delivery.headers("X-Value"), delivery.parameters("X-Value"));
            return delivery.headers("X-Client-Verified").equals(List.of("SUCCESS"));
        });
        from("pilotstatus:webhook?path=" + PROXY_PATH + "&verifier=#proxy").process(runs);
        from("pilotstatus:webhook?path=" + ANYBODY_PATH + "&verify=none").process(runs);
        from(consumer(HASTY_PATH) + "&bodyTimeout=1s").process(runs);
        bindToRegistry("brokenVerifier", (DeliveryVerifier) delivery -> {
            throw new NoClassDefFoundError();
        });
        from("pilotstatus:webhook?path=" + BROKEN_VERIFIER_PATH + "&verifier=#brokenVerifier")
                .process(runs);
        bindToRegistry("brokenInbox", new BrokenInbox());
        from(consumer(BROKEN_INBOX_PATH) + "&inbox=#brokenInbox").process(runs);
        getContext().getPropertiesComponent().addInitialProperty("webhook.token", TokenForm.tokens());
        for (TokenForm form : TokenForm.values()) {
            from(form.consumer(getContext()) + "path=" + form.path()).process(runs);
        }
        from(server.otherConsumer(OTHER_PATH)).setBody(constant("another route"));
    }
}
