/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.http;

import java.util.regex.Pattern;

/**
 * Which paths can be served. All of it is literal, and normalizing changes nothing, so that a server, its routers and its
 * filters agree on what a path is.
 */
public final class HttpPath {

    /** Ends the sentence about what a path may hold. */
    public static final String RULE = "only letters, digits, dots, dashes, underscores and tildes between its slashes,"
            + " and no empty segment, dot or two dots alone";

    private static final Pattern PLAIN = Pattern.compile("(?:/(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~-]+)+");

    private HttpPath() {}

    /** Whether a path begins with a slash and holds {@link #RULE}. */
    public static boolean isPlain(String path) {
        return PLAIN.matcher(path).matches();
    }
}
