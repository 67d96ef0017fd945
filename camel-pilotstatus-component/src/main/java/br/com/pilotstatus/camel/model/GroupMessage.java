/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import java.time.Instant;
import java.util.Map;

/**
 * A message of a group.
 *
 * @param id             its id
 * @param conversationId the conversation it belongs to
 * @param direction      INBOUND or OUTBOUND
 * @param type           such as text or image
 * @param content        what it says; may be null
 * @param from           who wrote it
 * @param fromName       their name; may be null
 * @param groupId        the group
 * @param groupName      its name; may be null
 * @param media          what came with it; may be null
 * @param createdAt      when the service stored it
 * @param additional     fields this version does not know
 */
public record GroupMessage(
        String id,
        String conversationId,
        String direction,
        String type,
        String content,
        String from,
        String fromName,
        String groupId,
        String groupName,
        MessageMedia media,
        @IsoTime Instant createdAt,
        @OtherFields Map<String, Object> additional)
        implements JsonRecord {

    private static final long serialVersionUID = 1L;

    public GroupMessage {
        additional = additional == null ? Map.of() : additional;
    }

    @Override
    public String toString() {
        return "GroupMessage[id=" + id + ", direction=" + direction + ", type=" + type + "]";
    }
}
