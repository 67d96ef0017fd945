/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.numbers;

import br.com.pilotstatus.simulator.api.media.SampleMedia;
import br.com.pilotstatus.simulator.state.Ids;
import br.com.pilotstatus.simulator.state.NumberState;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.Timestamps;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** Writes numbers, and the codes that connect them. */
final class NumberJson {

    private static final int CODE_HALF = 4;

    private NumberJson() {}

    /** A number as the list shows it. */
    static ObjectNode item(SimulatedNumber number) {
        ObjectNode json = instance(number)
                .put("id", number.id())
                .put("provider", number.provider().name())
                .put("isFullyConnected", number.state() == NumberState.OPEN)
                .put("createdAt", Timestamps.format(number.createdAt()))
                .put("updatedAt", Timestamps.format(number.updatedAt()));
        json.putArray("apiKeys")
                .addObject()
                .put("name", number.name())
                .put("keyPrefix", number.key().prefix())
                .put("keyLast4", number.key().last4());
        return json;
    }

    /** A number with its health and what Meta knows of it. */
    static ObjectNode detail(SimulatedNumber number) {
        boolean sendable = number.state() == NumberState.OPEN;
        ObjectNode json = item(number);
        json.putObject("health")
                .put("qualityRating", number.isMeta() ? "GREEN" : null)
                .put("messagingLimitTier", number.isMeta() ? "TIER_2K" : null)
                .put("metaStatus", number.isMeta() ? "CONNECTED" : null)
                .put("sendable", sendable);
        if (!number.isMeta()) {
            return json.putNull("meta");
        }
        ObjectNode meta = json.putObject("meta");
        meta.putObject("phone").put("id", number.phoneNumberId()).put("display_phone_number", number.e164());
        meta.putObject("profile").put("about", number.name());
        meta.putObject("waba").put("id", number.businessAccountId());
        return json;
    }

    /** The part of a number that the answers to its creation show. */
    static ObjectNode instance(SimulatedNumber number) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", number.instanceId())
                .put("instanceName", "instance-" + number.instanceId())
                .put("number", number.number())
                .put("name", number.name())
                .put("state", number.state().name());
    }

    static ObjectNode status(SimulatedNumber number) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("state", number.state().name())
                .put("isFullyConnected", number.state() == NumberState.OPEN);
    }

    /** A picture and a code of eight characters; there is nothing in the picture. */
    static ObjectNode code(Ids ids) {
        String code = ids.secret().toUpperCase(Locale.ROOT);
        return JsonNodeFactory.instance
                .objectNode()
                .put("qrcodeBase64", SampleMedia.IMAGE.dataUri())
                .put("pairingCode", code.substring(0, CODE_HALF) + '-' + code.substring(CODE_HALF, 2 * CODE_HALF));
    }
}
