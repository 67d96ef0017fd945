/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.messages;

import br.com.pilotstatus.simulator.http.ApiException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A send has exactly one destination and exactly one mode. The schema says so too, in words nobody wants to read. */
final class DestinationRules {

    private static final List<String> DESTINATIONS = List.of("destinationNumber", "groupId", "newsletterId");

    private DestinationRules() {}

    /** Refuses a request with none or several of them. */
    static void check(JsonNode request) {
        long destinations = DESTINATIONS.stream().filter(request::has).count();
        if (destinations != 1) {
            throw ApiException.invalid(
                    "give exactly one of destinationNumber, groupId and newsletterId, not " + destinations);
        }
        if (request.has("templateId") && request.has("text")) {
            throw ApiException.invalid("templateId and text exclude each other");
        }
        if (request.has("text") && request.has("media")) {
            throw ApiException.invalid("text and media exclude each other; media takes a caption");
        }
        if (!request.has("templateId") && !request.has("text") && !request.has("media")) {
            throw ApiException.invalid("give one of templateId, text and media");
        }
        if (!request.has("templateId") && request.has("media") && !request.has("mediaType")) {
            throw ApiException.invalid("media needs a mediaType");
        }
    }
}
