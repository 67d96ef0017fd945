/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.send;

import br.com.pilotstatus.camel.model.SendMessage;

/** The three kinds of message. */
enum Mode {
    TEMPLATE,
    TEXT,
    MEDIA;

    /** The kind that a part of a message names; null when it names none. */
    static Mode of(SendMessage part) {
        if (part.templateId() != null) {
            return TEMPLATE;
        }
        if (part.text() != null) {
            return TEXT;
        }
        return part.media() != null || part.mediaType() != null ? MEDIA : null;
    }
}
