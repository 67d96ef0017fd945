/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a cancellation came to. The documentation shows two answers, one that names the messages and one that only counts
 * them; both are read, and the lists stay empty when only counts came.
 *
 * @param cancelled      ids of the messages cancelled
 * @param failed         those not cancelled, and why
 * @param cancelledCount how many were cancelled
 * @param failedCount    how many were not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CancelResult(List<String> cancelled, List<Failed> failed, int cancelledCount, int failedCount)
        implements JsonRecord {

    private static final long serialVersionUID = 1L;

    /**
     * A message that was not cancelled.
     *
     * @param id     its id
     * @param reason why, in the service's words; may be null
     */
    public record Failed(String id, String reason) implements Serializable {

        private static final long serialVersionUID = 1L;
    }

    @JsonCreator
    static CancelResult read(JsonNode node) {
        JsonNode cancelled = node.path("cancelled");
        if (cancelled.isArray()) {
            List<String> ids = elements(cancelled).map(JsonNode::asText).toList();
            List<Failed> failed = elements(node.path("failed"))
                    .map(entry -> new Failed(
                            entry.path("id").asText(null), entry.path("reason").asText(null)))
                    .toList();
            return new CancelResult(ids, failed, ids.size(), failed.size());
        }
        return new CancelResult(
                List.of(), List.of(), cancelled.asInt(), node.path("notFound").asInt());
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).filter(Objects::nonNull);
    }

    @Override
    public String toString() {
        return "CancelResult[cancelled=" + cancelledCount + ", failed=" + failedCount + "]";
    }
}
