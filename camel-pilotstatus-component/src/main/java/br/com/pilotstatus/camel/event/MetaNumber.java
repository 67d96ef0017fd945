/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/**
 * Which number a value of Meta is about, and who it names.
 *
 * @param phoneNumberId Meta's id of the number; may be null
 * @param phone         its phone number in E.164; may be null
 * @param contacts      those who wrote, by name
 */
record MetaNumber(String phoneNumberId, String phone, JsonNode contacts) {

    private static final Pattern ODD = Pattern.compile("[\\s()-]");

    static MetaNumber of(ObjectNode value) {
        JsonNode metadata = value.path("metadata");
        String shown = metadata.path("display_phone_number").asText(null);
        return new MetaNumber(
                metadata.path("phone_number_id").asText(null),
                shown == null ? null : EventData.phone(ODD.matcher(shown).replaceAll("")),
                value.path("contacts"));
    }

    /** What Meta knows of whoever wrote a message or got it; missing when it names nobody of these ids. */
    JsonNode contact(String... ids) {
        for (JsonNode contact : contacts) {
            for (String id : ids) {
                if (id != null
                        && (id.equals(contact.path("wa_id").asText())
                                || id.equals(contact.path("user_id").asText()))) {
                    return contact;
                }
            }
        }
        return contacts.path("nobody");
    }

    @Override
    public String toString() {
        return "MetaNumber[phoneNumberId=" + phoneNumberId + ", xxxxxx]";
    }
}
