/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.control;

import static br.com.pilotstatus.simulator.control.ControlJson.need;

/**
 * An inbound message as the control API takes it; which fields are needed depends on the kind.
 *
 * @param kind text, media, reaction, location, contact, referral, typed, reply, button, list, group or newsletter
 * @param numberId the number written to; absent means the unofficial one
 * @param from phone or BSUID of the writer (not for reply and button)
 * @param name name of the writer, may be absent
 * @param text text, title of the button, emoji, or caption of media
 * @param messageId any id of the sent message that is answered (reply and button)
 * @param buttonId id of the button, or of the row of a list
 * @param mediaType type of the media
 * @param mediaLink where the media can be fetched
 * @param fileName name of the media
 * @param groupId the group
 * @param newsletterId the newsletter
 * @param title name of the group or newsletter, of a place or on a card, may be absent
 * @param latitude of a place
 * @param longitude of a place
 * @param address of a place, may be absent
 * @param phone the number on a card
 * @param sourceType ad or post (referral)
 * @param sourceId id of the advertisement or post
 * @param to the customer whom the owner of the number writes to (typed)
 */
record InboundRequest(
        String kind,
        String numberId,
        String from,
        String name,
        String text,
        String messageId,
        String buttonId,
        String mediaType,
        String mediaLink,
        String fileName,
        String groupId,
        String newsletterId,
        String title,
        Double latitude,
        Double longitude,
        String address,
        String phone,
        String sourceType,
        String sourceId,
        String to) {

    /** Lets it happen. */
    EmittedEvent play(Inbound customers) {
        Inbound as = name == null ? customers : customers.named(name);
        return switch (need("kind", kind)) {
            case "text" -> as.text(need("from", from), need("text", text));
            case "media" ->
                as.media(
                        need("from", from), need("mediaType", mediaType), need("mediaLink", mediaLink), text, fileName);
            case "reaction" -> as.reaction(need("from", from), need("text", text));
            case "location" ->
                as.location(
                        need("from", from), need("latitude", latitude), need("longitude", longitude), title, address);
            case "contact" -> as.contact(need("from", from), need("title", title), need("phone", phone));
            case "referral" ->
                as.referred(
                        need("from", from),
                        need("text", text),
                        need("sourceType", sourceType),
                        need("sourceId", sourceId));
            case "typed" -> as.typed(need("to", to), need("text", text));
            case "list" -> as.listReply(need("messageId", messageId), need("buttonId", buttonId), need("text", text));
            case "reply" -> as.reply(need("messageId", messageId), need("text", text));
            case "button" -> as.buttonTap(need("messageId", messageId), need("buttonId", buttonId), need("text", text));
            case "group" -> as.group(need("groupId", groupId), title, need("from", from), need("text", text));
            case "newsletter" ->
                as.newsletter(need("newsletterId", newsletterId), title, need("from", from), need("text", text));
            default ->
                throw new IllegalArgumentException(
                        "kind must be text, media, reaction, location, contact, referral, typed, reply, button, list, group"
                                + " or newsletter");
        };
    }
}
