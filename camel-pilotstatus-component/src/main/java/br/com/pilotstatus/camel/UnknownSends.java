/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.client.ApiRequest;
import br.com.pilotstatus.camel.client.Outcome;
import br.com.pilotstatus.camel.client.PilotStatusException;
import br.com.pilotstatus.camel.client.PilotStatusInDoubtException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;

/**
 * Keeps the error handler of a route from repeating what may have happened. A call with unknown outcome leaves a mark on
 * its exchange; the same call of the same producer, coming back with the mark, fails again and is not sent.
 */
final class UnknownSends {

    private static final String PROPERTY = "CamelPilotStatusUnknownSends";

    private final String producerId = UUID.randomUUID().toString();

    /** Fails when this very call was made before and may have happened. */
    void refuseRepetition(Exchange exchange, ApiRequest request) {
        PilotStatusException earlier = marks(exchange).get(mark(request));
        if (earlier != null) {
            throw earlier;
        }
    }

    void remember(Exchange exchange, ApiRequest request, PilotStatusException failure) {
        // What is in doubt is guarded by the journal, which may know more the next time.
        if (failure.getOutcome() == Outcome.UNKNOWN && !(failure instanceof PilotStatusInDoubtException)) {
            Map<String, PilotStatusException> marks = new ConcurrentHashMap<>(marks(exchange));
            marks.put(mark(request), failure);
            exchange.setProperty(PROPERTY, marks);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, PilotStatusException> marks(Exchange exchange) {
        Map<String, PilotStatusException> marks = exchange.getProperty(PROPERTY, Map.class);
        return marks == null ? Map.of() : marks;
    }

    private String mark(ApiRequest request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(request.uri().getBytes(StandardCharsets.UTF_8));
            if (request.body() != null) {
                digest.update(request.body());
            }
            return producerId + ":" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
