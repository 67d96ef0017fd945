/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

/** Hides what the query of a URL holds, since tokens travel there. */
public final class UrlQuery {

    /** Stands for a value that is hidden. */
    public static final String MASKED = "xxxxxx";

    private UrlQuery() {}

    /** The URL with every value of its query masked; anything else of it stays, and so does a text without a query. */
    static String mask(String url) {
        int query = url == null ? -1 : url.indexOf('?');
        if (query < 0) {
            return url;
        }
        // A part without an equals sign may be a token, too.
        return url.substring(0, query)
                + url.substring(query).replaceAll("(?<=[=])[^&#]+|(?<=[?&])[^=&#]+(?=[&#]|$)", MASKED);
    }

    /** Whether a URL holds a masked value, so that it is not the one to be called. */
    public static boolean isMasked(String url) {
        int query = url.indexOf('?');
        return query >= 0 && url.indexOf(MASKED, query) > 0;
    }
}
