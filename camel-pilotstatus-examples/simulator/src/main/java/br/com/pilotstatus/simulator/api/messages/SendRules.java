/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.messages;

import br.com.pilotstatus.simulator.api.operation.Refusals;
import br.com.pilotstatus.simulator.http.ApiException;
import br.com.pilotstatus.simulator.settings.ContractSettings;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/** The rules for a send that the schema cannot express: what goes with what, and what each kind of number can do. */
final class SendRules {

    private final World world;

    SendRules(World world) {
        this.world = world;
    }

    /** Refuses a request that breaks a rule. */
    void check(JsonNode request, SimulatedNumber number) {
        checkCombinations(request);
        checkProvider(request, number);
        if (request.has("media")) {
            checkMedia(request.get("media").textValue(), number);
        }
    }

    private static void checkCombinations(JsonNode request) {
        boolean template = request.has("templateId");
        if (request.path("text").isTextual() && request.get("text").textValue().isBlank()) {
            throw ApiException.invalid("text must not be blank");
        }
        if (request.has("destinationNumber")
                && request.get("destinationNumber").textValue().isBlank()) {
            throw ApiException.invalid("destinationNumber must not be blank");
        }
        if (template && request.has("buttons")) {
            throw ApiException.invalid("buttons are for free-form messages, not for templates");
        }
        for (String part : List.of("header", "footer")) {
            if (request.has(part) && !request.has("buttons")) {
                throw ApiException.invalid(part + " is allowed only together with buttons");
            }
        }
        if (request.has("caption")
                && (!request.has("media")
                        || "audio".equals(request.path("mediaType").textValue()))) {
            throw ApiException.invalid("caption is allowed only with an image, a video or a document");
        }
    }

    private void checkProvider(JsonNode request, SimulatedNumber number) {
        if (number.isMeta() && request.has("newsletterId")) {
            throw Refusals.notForMeta("Meta numbers cannot send to newsletters");
        }
        if (number.isMeta() && request.has("groupId") && !contract().metaGroups()) {
            throw Refusals.noGroupsOnMeta();
        }
    }

    private void checkMedia(String media, SimulatedNumber number) {
        if (contract().freePlan()) {
            throw new ApiException(402, "SUBSCRIPTION_REQUIRED_FOR_MEDIA", "Media requires a paid plan");
        }
        String start = media.substring(0, Math.min(8, media.length())).toLowerCase(Locale.ROOT);
        boolean inline = start.startsWith("data:");
        if (inline && !number.isMeta()) {
            throw ApiException.invalid("media must be an http or https URL on this number");
        }
        if (!inline && !start.startsWith("http://") && !start.startsWith("https://")) {
            throw ApiException.invalid("media must be an http or https URL or a data URI");
        }
    }

    private ContractSettings contract() {
        return world.settings().contract();
    }
}
