/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.NotSerializableException;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A message to send, in the field names of the API. Exactly one destination and exactly one mode make it complete: a
 * template, a text, or media. Any part may be null, since endpoint, headers and body can each supply some.
 *
 * @param destinationNumber a phone number in E.164, or a BSUID
 * @param groupId id of a group, ending in <code>@g.us</code>
 * @param newsletterId id of a channel, ending in <code>@newsletter</code>
 * @param templateId id or name of a template
 * @param variables the template's variables by name; texts, or whole numbers that become texts
 * @param text free text
 * @param media an http(s) URL or a data URI; bytes, a stream or a file become a data URI
 * @param mediaType image, video, document or audio
 * @param fileName name shown for a document
 * @param caption text below an image, a video or a document
 * @param buttons up to three {@link Button}s, or maps of their fields
 * @param header text above; only together with buttons
 * @param footer text below; only together with buttons
 * @param deliverAt when to deliver: ISO 8601 text with an offset, or a date-time object
 * @param deliverUntil deadline of the delivery, likewise
 * @param labels labels to attach to the destination
 * @param marketingOptions options of MARKETING templates, such as <code>aiRewriteEnabled</code>
 * @param markRead on Meta numbers, whether the contact's message is marked as read; the service does so by default
 * @param additional fields this version does not know, sent as they are
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SendMessage(
        String destinationNumber,
        String groupId,
        String newsletterId,
        String templateId,
        Map<String, Object> variables,
        String text,
        Object media,
        String mediaType,
        String fileName,
        String caption,
        List<?> buttons,
        Object header,
        Object footer,
        Object deliverAt,
        Object deliverUntil,
        List<String> labels,
        Map<String, Object> marketingOptions,
        Boolean markRead,
        @OtherFields Map<String, Object> additional)
        implements JsonRecord {

    private static final long serialVersionUID = 1L;

    public SendMessage {
        additional = additional == null ? Map.of() : additional;
    }

    /** A stream can be read once, so it cannot be kept for later. */
    private Object writeReplace() throws NotSerializableException {
        if (media == null || media instanceof Serializable) {
            return this;
        }
        throw new NotSerializableException("SendMessage.media is a "
                + media.getClass().getName() + ", which cannot be kept; give it as bytes, as a URL or as a data URI");
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this message. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.destinationNumber = destinationNumber;
        builder.groupId = groupId;
        builder.newsletterId = newsletterId;
        builder.templateId = templateId;
        builder.variables = variables;
        builder.text = text;
        builder.media = media;
        builder.mediaType = mediaType;
        builder.fileName = fileName;
        builder.caption = caption;
        builder.buttons = buttons;
        builder.header = header;
        builder.footer = footer;
        builder.deliverAt = deliverAt;
        builder.deliverUntil = deliverUntil;
        builder.labels = labels;
        builder.marketingOptions = marketingOptions;
        builder.markRead = markRead;
        builder.additional.putAll(additional);
        return builder;
    }

    /** Says what kind of message it is, and nothing of its content or its recipient. */
    @Override
    public String toString() {
        String mode = templateId != null ? "template" : text != null ? "text" : media != null ? "media" : "nothing";
        return "SendMessage[" + mode + "]";
    }

    /** Builds a message part by part; nothing is checked before it is sent. */
    public static final class Builder {

        private String destinationNumber;
        private String groupId;
        private String newsletterId;
        private String templateId;
        private Map<String, Object> variables;
        private String text;
        private Object media;
        private String mediaType;
        private String fileName;
        private String caption;
        private List<?> buttons;
        private Object header;
        private Object footer;
        private Object deliverAt;
        private Object deliverUntil;
        private List<String> labels;
        private Map<String, Object> marketingOptions;
        private Boolean markRead;
        private final Map<String, Object> additional = new LinkedHashMap<>();

        private Builder() {}

        /** Destination: a phone number in E.164, or a BSUID. */
        public Builder to(String phone) {
            this.destinationNumber = phone;
            return this;
        }

        public Builder groupId(String groupId) {
            this.groupId = groupId;
            return this;
        }

        public Builder newsletterId(String newsletterId) {
            this.newsletterId = newsletterId;
            return this;
        }

        public Builder templateId(String templateId) {
            this.templateId = templateId;
            return this;
        }

        public Builder variables(Map<String, Object> variables) {
            this.variables = variables;
            return this;
        }

        /** Adds one variable of the template. */
        public Builder variable(String name, Object value) {
            Map<String, Object> all = variables == null ? new LinkedHashMap<>() : new LinkedHashMap<>(variables);
            all.put(name, value);
            this.variables = all;
            return this;
        }

        public Builder text(String text) {
            this.text = text;
            return this;
        }

        public Builder media(Object media) {
            this.media = media;
            return this;
        }

        public Builder mediaType(String mediaType) {
            this.mediaType = mediaType;
            return this;
        }

        public Builder fileName(String fileName) {
            this.fileName = fileName;
            return this;
        }

        public Builder caption(String caption) {
            this.caption = caption;
            return this;
        }

        public Builder buttons(List<?> buttons) {
            this.buttons = buttons;
            return this;
        }

        public Builder header(Object header) {
            this.header = header;
            return this;
        }

        public Builder footer(Object footer) {
            this.footer = footer;
            return this;
        }

        public Builder deliverAt(Object deliverAt) {
            this.deliverAt = deliverAt;
            return this;
        }

        public Builder deliverUntil(Object deliverUntil) {
            this.deliverUntil = deliverUntil;
            return this;
        }

        public Builder labels(List<String> labels) {
            this.labels = labels;
            return this;
        }

        public Builder marketingOptions(Map<String, Object> marketingOptions) {
            this.marketingOptions = marketingOptions;
            return this;
        }

        public Builder markRead(Boolean markRead) {
            this.markRead = markRead;
            return this;
        }

        /** Adds a field that this version does not know. */
        public Builder additional(String name, Object value) {
            additional.put(name, value);
            return this;
        }

        public SendMessage build() {
            return new SendMessage(
                    destinationNumber,
                    groupId,
                    newsletterId,
                    templateId,
                    variables,
                    text,
                    media,
                    mediaType,
                    fileName,
                    caption,
                    buttons,
                    header,
                    footer,
                    deliverAt,
                    deliverUntil,
                    labels,
                    marketingOptions,
                    markRead,
                    new LinkedHashMap<>(additional));
        }
    }
}
