/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.journal;

import br.com.pilotstatus.camel.model.HistoryMessage;
import br.com.pilotstatus.camel.util.Sha256;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Stands for a value that must not be kept in clear, so that it can be recognized in the message history.
 *
 * @param text a letter that says of what kind the value is, and its hash
 */
record Fingerprint(String text) {

    private static final char PHONE = 'p';
    /** A group, a channel or a user id, which the history does not promise to show. */
    private static final char OTHER_DESTINATION = 'o';

    private static final char TEXT = 't';
    private static final char TEMPLATE = 'm';
    private static final char MEDIA = 'a';
    private static final Fingerprint NOTHING = new Fingerprint("-");

    /** Fields of a message of which one says where it goes. */
    static final List<String> DESTINATIONS = List.of("destinationNumber", "groupId", "newsletterId");

    private static final Set<String> MEDIA_TYPES = Set.of("image", "video", "audio", "document", "sticker");
    private static final Pattern PHONE_NUMBER = Pattern.compile("\\+?[0-9]{8,15}");
    private static final int BYTES = 16;

    /**
     * Mobiles that WhatsApp knows by two numbers: with and without the digit after the area code in Brazil, and the digit
     * after the country code in Mexico and Argentina.
     */
    private static final Pattern TWO_NUMBERS =
            Pattern.compile("(55[1-9][0-9])9([0-9]{8})|(52)1([0-9]{10})|(54)9([0-9]{10})");

    /** Of where a message goes. */
    static Fingerprint ofDestination(JsonNode message) {
        return DESTINATIONS.stream()
                .map(field -> message.path(field).asText(""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .map(Fingerprint::ofDestination)
                .orElse(NOTHING);
    }

    /** Of the other side of a conversation. */
    static Fingerprint ofDestination(String value) {
        String text = value.trim();
        return PHONE_NUMBER.matcher(text).matches()
                ? of(PHONE, TWO_NUMBERS.matcher(text.replace("+", "")).replaceFirst("$1$2$3$4$5$6"))
                : of(OTHER_DESTINATION, text);
    }

    /** Of what the history shows of a message that is to be sent. */
    static Fingerprint ofShown(JsonNode message) {
        if (message.hasNonNull("templateId")) {
            return ofTemplate(message.get("templateId").asText());
        }
        if (message.hasNonNull("media")) {
            return ofMedia(
                    message.path("mediaType").asText(""),
                    message.path("caption").asText(""));
        }
        return message.hasNonNull("text") ? of(TEXT, plain(message.get("text").asText())) : NOTHING;
    }

    /** Of what the history shows, as far as it can be told without asking which template it is of. */
    static Fingerprint ofShown(HistoryMessage message) {
        String type = message.messageType() == null ? "" : message.messageType().toLowerCase(Locale.ROOT);
        String text = message.text() == null ? "" : message.text();
        return message.media() != null || MEDIA_TYPES.contains(type) ? ofMedia(type, text) : of(TEXT, plain(text));
    }

    /** @param name id or name of the template */
    static Fingerprint ofTemplate(String name) {
        return of(TEMPLATE, name.trim());
    }

    private static Fingerprint ofMedia(String type, String caption) {
        return of(MEDIA, type + "|" + plain(caption));
    }

    /** Whether the history surely shows a message that goes there, so that one which is not there was not sent. */
    boolean isPhone() {
        return text.charAt(0) == PHONE;
    }

    boolean isTemplate() {
        return text.charAt(0) == TEMPLATE;
    }

    boolean isOfSameKind(Fingerprint other) {
        return text.charAt(0) == other.text.charAt(0);
    }

    boolean isNothing() {
        return equals(NOTHING);
    }

    private static Fingerprint of(char kind, String value) {
        return new Fingerprint(kind + hash(value));
    }

    /** A text without what systems change on its way: line ends, the blanks around it, the form of its characters. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .strip();
    }

    static String hash(String text) {
        byte[] hash = Sha256.of(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
    }
}
