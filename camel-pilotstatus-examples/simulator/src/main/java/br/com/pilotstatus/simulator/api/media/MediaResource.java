/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.media;

import br.com.pilotstatus.simulator.api.operation.OperationCall;
import br.com.pilotstatus.simulator.api.operation.QueryValues;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.http.ApiException;
import br.com.pilotstatus.simulator.state.InboundMessage;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;

/** {@code GET /media/{mediaId}}: media that a customer sent to a Meta number a few minutes ago. */
final class MediaResource {

    private final World world;

    MediaResource(World world) {
        this.world = world;
    }

    ApiAnswer get(OperationCall call) {
        SimulatedNumber number = call.requireNumber();
        String phoneNumberId = QueryValues.required(call.query(), "phoneNumberId");
        if (!number.isMeta()) {
            throw ApiException.invalid("only Meta numbers have media to download");
        }
        String mediaId = call.path("mediaId");
        Instant oldest =
                world.clock().now().minusMillis(world.settings().resources().mediaLifetimeMillis());
        return world.inboxOf(number.id()).stream()
                .filter(message ->
                        mediaId.equals(message.text("mediaId")) && phoneNumberId.equals(message.text("phoneNumberId")))
                .filter(message -> message.at().isAfter(oldest))
                .findFirst()
                .map(MediaResource::file)
                .orElseThrow(() -> new ApiException(404, "MEDIA_NOT_FOUND", "There is no such media, or no longer"));
    }

    private static ApiAnswer file(InboundMessage message) {
        SampleMedia media = SampleMedia.of(message.text("mediaType"));
        return ApiAnswer.ok(JsonNodeFactory.instance
                .objectNode()
                .put("base64", media.dataUri())
                .put("mimeType", media.mimeType())
                .put("fileName", message.text("mediaFilename"))
                .put("mediaId", message.text("mediaId")));
    }
}
