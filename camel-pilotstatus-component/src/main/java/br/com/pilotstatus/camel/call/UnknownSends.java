/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import br.com.pilotstatus.camel.api.ApiRequest;
import br.com.pilotstatus.camel.error.Outcome;
import br.com.pilotstatus.camel.error.PilotStatusException;
import br.com.pilotstatus.camel.error.PilotStatusInDoubtException;
import br.com.pilotstatus.camel.util.Sha256;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;

/**
 * Keeps the error handler of a route from repeating what may have happened. A call with unknown outcome leaves a mark on
 * its exchange. The step that left it fails again, and is not sent, when it comes back with the same call, and when the
 * error handler brings it back with any call: expressions may tell another time, but it is the same message to its owner.
 * The next round of a loop is another step.
 */
public final class UnknownSends {

    private static final String PROPERTY = "CamelPilotStatusUnknownSends";

    private final String producerId = UUID.randomUUID().toString();

    /**
     * What may have happened.
     *
     * @param producerId   the producer that made the call; another one may stand for the same node of the route
     * @param nodeId       the node of the route; null where the call came from none, or from inside of one
     * @param round        where in its loop, split or multicast the exchange was
     * @param redeliveries how often the exchange had been redelivered by then
     * @param call         fingerprint of the call
     * @param failure      how it ended
     */
    private record Mark(
            String producerId,
            String nodeId,
            List<Object> round,
            int redeliveries,
            String call,
            PilotStatusException failure)
            implements Serializable {

        private static final long serialVersionUID = 1L;

        /** Whether the step that left this mark is at it again. */
        boolean isOf(Mark again) {
            boolean sameStep = nodeId == null ? producerId.equals(again.producerId) : nodeId.equals(again.nodeId);
            boolean redelivered = again.redeliveries > redeliveries && round.equals(again.round);
            return sameStep && (redelivered || call.equals(again.call));
        }
    }

    /** Fails when this step may have happened before. */
    public void refuseRepetition(Exchange exchange, ApiRequest request) {
        List<Mark> marks = marks(exchange);
        if (!marks.isEmpty()) {
            Mark again = mark(exchange, request, null);
            marks.stream().filter(mark -> mark.isOf(again)).findFirst().ifPresent(mark -> {
                throw mark.failure();
            });
        }
    }

    public void remember(Exchange exchange, ApiRequest request, PilotStatusException failure) {
        // What is in doubt is guarded by the journal, which may know more the next time.
        if (failure.getOutcome() == Outcome.UNKNOWN && !(failure instanceof PilotStatusInDoubtException)) {
            List<Mark> marks = new ArrayList<>(marks(exchange));
            marks.add(mark(exchange, request, failure));
            exchange.setProperty(PROPERTY, marks);
        }
    }

    @SuppressWarnings("unchecked") // Nobody else writes the property.
    private static List<Mark> marks(Exchange exchange) {
        List<Mark> marks = exchange.getProperty(PROPERTY, List.class);
        return marks == null ? List.of() : marks;
    }

    private Mark mark(Exchange exchange, ApiRequest request, PilotStatusException failure) {
        List<Object> round = Stream.of(
                        ExchangePropertyKey.LOOP_INDEX,
                        ExchangePropertyKey.SPLIT_INDEX,
                        ExchangePropertyKey.MULTICAST_INDEX)
                .map(key -> Objects.requireNonNullElse(exchange.getProperty(key), ""))
                .toList();
        int redeliveries = exchange.getMessage().getHeader(Exchange.REDELIVERY_COUNTER, 0, Integer.class);
        String nodeId = exchange.getExchangeExtension().getHistoryNodeId();
        return new Mark(producerId, nodeId, round, redeliveries, fingerprint(request), failure);
    }

    private static String fingerprint(ApiRequest request) {
        byte[] uri = request.uri().getBytes(StandardCharsets.UTF_8);
        return request.body() == null ? Sha256.hex(uri) : Sha256.hex(uri, request.body());
    }
}
