/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import java.util.Map;

/**
 * A template that the number can use.
 *
 * @param id           its id; a send may name the template by id or by name
 * @param name         its name
 * @param category     MARKETING, UTILITY or OTP
 * @param body         the stored content: an object, or the same as JSON text
 * @param variables    names of its variables, as a list or an object
 * @param source       META or PILOT_STATUS
 * @param metaStatus   Meta's verdict: APPROVED, PENDING, REJECTED, DISABLED or null
 * @param metaLanguage language on Meta; may be null
 * @param sendable     whether it can be sent now; null when the service does not say
 * @param additional   fields this version does not know
 */
public record Template(
        String id,
        String name,
        String category,
        Object body,
        Object variables,
        String source,
        String metaStatus,
        String metaLanguage,
        Boolean sendable,
        @OtherFields Map<String, Object> additional)
        implements JsonRecord {

    private static final long serialVersionUID = 1L;

    public Template {
        additional = additional == null ? Map.of() : additional;
    }

    @Override
    public String toString() {
        return "Template[id=" + id + ", name=" + name + ", sendable=" + sendable + "]";
    }
}
