/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import java.util.List;
import java.util.Map;

/**
 * A group that the number takes part in. Lists name id and name only.
 *
 * @param id           its id, ending in <code>@g.us</code>
 * @param name         its name in lists; may be null
 * @param subject      its name when asked for alone; may be null
 * @param participants who takes part, with roles; empty in lists
 * @param additional   fields this version does not know
 */
public record Group(
        String id,
        String name,
        String subject,
        List<Map<String, Object>> participants,
        @OtherFields Map<String, Object> additional)
        implements JsonRecord {

    private static final long serialVersionUID = 1L;

    public Group {
        participants = participants == null ? List.of() : participants;
        additional = additional == null ? Map.of() : additional;
    }

    @Override
    public String toString() {
        return "Group[id=" + id + "]";
    }
}
