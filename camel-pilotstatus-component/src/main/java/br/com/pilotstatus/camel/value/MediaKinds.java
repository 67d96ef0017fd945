/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.value;

import java.util.Set;

/** As what media is sent. */
public final class MediaKinds {

    private static final Set<String> NAMES = Set.of("image", "video", "document", "audio");

    /** What a name must be, for errors. */
    public static final String RULE = "must be image, video, document or audio";

    private MediaKinds() {}

    /** Whether it names a kind of media. */
    public static boolean isKind(String name) {
        return NAMES.contains(name);
    }
}
