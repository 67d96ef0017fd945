/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.http;

import java.util.Arrays;
import org.apache.camel.Consumer;
import org.apache.camel.component.platform.http.HttpEndpointModel;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.util.FileUtil;

/** Tells whether a path of platform-http is still free, since the first of two consumers would silently get it all. */
final class PlatformHttpPaths {

    private PlatformHttpPaths() {}

    /** @param consumer a consumer of platform-http that is not started yet */
    static void requireFree(Consumer consumer) {
        PlatformHttpEndpoint endpoint = (PlatformHttpEndpoint) consumer.getEndpoint();
        PlatformHttpComponent component = endpoint.getComponent();
        String path = FileUtil.stripLeadingSeparator(endpoint.getPath());
        for (HttpEndpointModel taken : component.getHttpEndpoints()) {
            if (path.equals(FileUtil.stripLeadingSeparator(taken.getUri())) && takesPost(taken.getVerbs())) {
                throw new IllegalStateException("The path /" + path
                        + " is already taken by another consumer of platform-http; give each its own option path");
            }
        }
    }

    private static boolean takesPost(String verbs) {
        return verbs == null || Arrays.asList(verbs.split(",", -1)).contains("POST");
    }
}
