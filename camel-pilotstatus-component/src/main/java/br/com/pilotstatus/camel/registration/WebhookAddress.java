/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.registration;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where a webhook leads, whatever its query says: two addresses are equal when they reach the same resource.
 *
 * @param scheme in lower case
 * @param host   in lower case
 * @param port   the scheme's own when none is named
 * @param path   as written; a slash when there is none
 */
record WebhookAddress(String scheme, String host, int port, String path) {

    private static final WebhookAddress NOWHERE = new WebhookAddress("", "", 0, "");
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /** The address of a URL, which somebody else may have written; one that is none leads nowhere. */
    static WebhookAddress of(String url) {
        URI uri;
        try {
            uri = new URI(url == null ? "" : url);
        } catch (URISyntaxException e) {
            return NOWHERE;
        }
        if (uri.getScheme() == null || uri.getHost() == null) {
            return NOWHERE;
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int ownPort = scheme.equals("https") ? HTTPS : HTTP;
        String path = uri.getRawPath();
        return new WebhookAddress(
                scheme,
                uri.getHost().toLowerCase(Locale.ROOT),
                uri.getPort() < 0 ? ownPort : uri.getPort(),
                path == null || path.isEmpty() ? "/" : path);
    }
}
