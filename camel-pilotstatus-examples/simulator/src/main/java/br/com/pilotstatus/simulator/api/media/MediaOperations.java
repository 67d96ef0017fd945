/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.media;

import br.com.pilotstatus.simulator.api.operation.ApiOperation;
import br.com.pilotstatus.simulator.state.World;
import java.util.Map;

/** What the API offers for media that customers sent. */
public final class MediaOperations {

    private MediaOperations() {}

    /** The operations by their ids in the document. */
    public static Map<String, ApiOperation> of(World world) {
        MediaResource media = new MediaResource(world);
        return Map.of("downloadMedia", media::get);
    }
}
