/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.messages;

import static java.util.Map.entry;

import br.com.pilotstatus.simulator.http.ApiException;
import br.com.pilotstatus.simulator.life.Fate;
import br.com.pilotstatus.simulator.state.Destination;
import br.com.pilotstatus.simulator.state.FailureCode;
import br.com.pilotstatus.simulator.state.MessageStatus;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * Recipients from +5511900000000 to +5511900000999 force an outcome by their last three digits, so that a plain test
 * needs no control call. All other recipients take the ordinary course.
 */
final class MagicRecipient {

    private static final String BLOCK = "+5511900000";
    private static final MagicRecipient NONE = new MagicRecipient("");
    private static final Map<String, Fate> FATES = Map.ofEntries(
            entry("100", Fate.endsAt(MessageStatus.DELIVERED)),
            entry("101", Fate.endsAt(MessageStatus.SENT)),
            entry("102", Fate.endsAt(MessageStatus.QUEUED)),
            entry("201", Fate.fails(FailureCode.INVALID_DESTINATION)),
            entry("202", Fate.fails(FailureCode.PILOT_SELF_NUMBER)),
            entry("203", Fate.fails(FailureCode.WHATSAPP_NOT_EXIST)),
            entry("204", Fate.fails(FailureCode.META_OUTSIDE_24H_WINDOW)),
            entry("205", Fate.fails(FailureCode.META_NO_CONVERSATION)),
            entry("206", Fate.fails(FailureCode.META_TEMPLATE_NOT_APPROVED)),
            entry("207", Fate.failsAfterSent(FailureCode.DELIVERED_NOT_CONFIRMED)),
            entry("208", Fate.failsAfterSent(FailureCode.DELIVERY_TIMEOUT)),
            entry("209", Fate.fails(FailureCode.EXPIRED_AFTER_ATTEMPTS)),
            entry("210", Fate.fails(FailureCode.NUMBER_NOT_FOUND_REMOVED)),
            entry("211", Fate.fails(FailureCode.LINKED_WHATSAPP_INSTANCE_NOT_FOUND)),
            entry("212", Fate.fails(FailureCode.TEMPLATE_VERSION_NOT_FOUND)),
            entry("213", Fate.fails(FailureCode.NEVER_ATTEMPTED_MAX_AGE_EXCEEDED)),
            entry("214", Fate.fails(FailureCode.MESSAGE_EXPIRED)));
    private static final Map<String, ApiException> REFUSALS = Map.of(
            "400", new ApiException(400, "VALIDATION_ERROR", "Validation error: forced by the recipient"),
            "402", new ApiException(402, "SUBSCRIPTION_REQUIRED_FOR_MEDIA", "Forced by the recipient"),
            "403", new ApiException(403, "TEMPLATE_CATEGORY_MARKETING_REQUIRES_OWN_NUMBER", "Forced by the recipient"),
            "409", new ApiException(409, "WHATSAPP_INSTANCE_NOT_CONNECTED", "Forced by the recipient"),
            "429", new ApiException(429, null, "Too many requests"),
            "500", new ApiException(500, null, "Internal error"),
            "503", new ApiException(503, "EVOLUTION_API_KEY_MISSING", "Provider key missing"));

    private final String suffix;

    private MagicRecipient(String suffix) {
        this.suffix = suffix;
    }

    /** What the recipient of a send forces. */
    static MagicRecipient of(JsonNode request) {
        return Destination.of(request)
                .filter(d -> d.value().startsWith(BLOCK) && d.value().length() == BLOCK.length() + 3)
                .map(d -> new MagicRecipient(d.value().substring(BLOCK.length())))
                .orElse(NONE);
    }

    /** Refuses the send if that is what the recipient forces. */
    void refuse() {
        ApiException refusal = REFUSALS.get(suffix);
        if (refusal != null) {
            throw refusal;
        }
    }

    /** What becomes of the message once accepted. */
    Fate fate() {
        return FATES.getOrDefault(suffix, Fate.ORDINARY);
    }
}
