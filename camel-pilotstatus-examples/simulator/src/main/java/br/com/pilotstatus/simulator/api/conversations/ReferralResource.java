/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.conversations;

import br.com.pilotstatus.simulator.api.operation.OperationCall;
import br.com.pilotstatus.simulator.api.operation.Paging;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.http.ApiException;
import br.com.pilotstatus.simulator.state.InboundMessage;
import br.com.pilotstatus.simulator.state.Timestamps;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@code GET /referrals}: what brought customers to write, newest first; the names are known a while later. */
final class ReferralResource {

    private final World world;

    ReferralResource(World world) {
        this.world = world;
    }

    ApiAnswer list(OperationCall call) {
        String numberId = call.requireNumber().id();
        String type = call.query().apply("sourceType");
        String id = call.query().apply("sourceId");
        if (type != null && !type.equals("ad") && !type.equals("post")) {
            throw ApiException.invalid("sourceType must be ad or post");
        }
        Paging paging = Paging.of(call.query());
        List<InboundMessage> referred = new ArrayList<>(world.inboxOf(numberId).stream()
                .filter(message -> message.data().path("referral").isObject())
                .filter(message -> is(message, "sourceType", type) && is(message, "sourceId", id))
                .toList());
        Collections.reverse(referred);
        return paging.answer("referrals", referred, this::json);
    }

    private static boolean is(InboundMessage message, String field, String wanted) {
        return wanted == null
                || wanted.equals(message.data().at("/referral/" + field).asText());
    }

    private JsonNode json(InboundMessage message) {
        ObjectNode json = message.data()
                .get("referral")
                .<ObjectNode>deepCopy()
                .put("from", message.text("from"))
                .put("createdAt", Timestamps.format(message.at()));
        Instant resolved = message.at().plusMillis(world.settings().resources().referralNamesAfterMillis());
        boolean known = !resolved.isAfter(world.clock().now());
        return json.put("adName", known ? "Spring sale, picture" : null)
                .put("adsetName", known ? "Spring sale, everybody" : null)
                .put("campaignName", known ? "Spring sale" : null)
                .put("namesResolvedAt", known ? Timestamps.format(resolved) : null);
    }
}
