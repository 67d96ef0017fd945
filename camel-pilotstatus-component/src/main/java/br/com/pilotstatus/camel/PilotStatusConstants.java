/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.event.EventFilter;
import org.apache.camel.spi.Metadata;

/**
 * Names of the message headers. Commands say what to send and are removed once a call succeeded; results say what came
 * of it, after a failure too; event headers describe what arrived. Commands and events share no name, so a route that
 * answers an event never answers it to itself by accident.
 */
public final class PilotStatusConstants {

    public static final String SCHEME = "pilotstatus";

    @Metadata(
            label = "producer send",
            description =
                    "Destination: a phone number in E.164, or a BSUID such as `BR.13491208655302741918`. Read when the endpoint names no destination.",
            javaType = "String")
    public static final String TO = "CamelPilotStatusTo";

    @Metadata(
            label = "producer send",
            description = "Destination: id of a group, ending in `@g.us`. Read when the endpoint names no destination.",
            javaType = "String")
    public static final String GROUP_ID = "CamelPilotStatusGroupId";

    @Metadata(
            label = "producer send",
            description =
                    "Destination: id of a channel, ending in `@newsletter`. Read when the endpoint names no destination.",
            javaType = "String")
    public static final String NEWSLETTER_ID = "CamelPilotStatusNewsletterId";

    @Metadata(
            label = "producer send",
            description = "Id or name of the template to send. Read when the endpoint names no content.",
            javaType = "String")
    public static final String TEMPLATE_ID = "CamelPilotStatusTemplateId";

    @Metadata(
            label = "producer send",
            description = "The template's variables by name. Read when the endpoint names no variables.",
            javaType = "java.util.Map")
    public static final String VARIABLES = "CamelPilotStatusVariables";

    @Metadata(
            label = "producer send",
            description = "Free text to send. Read when the endpoint names no content.",
            javaType = "String")
    public static final String TEXT = "CamelPilotStatusText";

    @Metadata(
            label = "producer send",
            description = "Media to send: an http(s) URL, a data URI, bytes, a stream or a file.",
            javaType = "Object")
    public static final String MEDIA = "CamelPilotStatusMedia";

    @Metadata(
            label = "producer send",
            description = "Kind of the media.",
            javaType = "String",
            enums = "image,video,document,audio")
    public static final String MEDIA_TYPE = "CamelPilotStatusMediaType";

    @Metadata(label = "producer send", description = "Name shown for a document.", javaType = "String")
    public static final String FILE_NAME = "CamelPilotStatusFileName";

    @Metadata(label = "producer send", description = "Text below an image, a video or a document.", javaType = "String")
    public static final String CAPTION = "CamelPilotStatusCaption";

    @Metadata(
            label = "producer send",
            description = "When to deliver, as the option `deliverAt` says, or a date-time or Duration object.",
            javaType = "Object")
    public static final String DELIVER_AT = "CamelPilotStatusDeliverAt";

    @Metadata(
            label = "producer send",
            description =
                    "Deadline of the delivery, as the option `deliverUntil` says, or a date-time or Duration object.",
            javaType = "Object")
    public static final String DELIVER_UNTIL = "CamelPilotStatusDeliverUntil";

    @Metadata(
            label = "producer send",
            description =
                    "Labels to attach to the destination: a list, or text separated by commas; a comma of a label takes a backslash before it.",
            javaType = "Object")
    public static final String LABELS = "CamelPilotStatusLabels";

    @Metadata(
            label = "producer send",
            description =
                    "Name of the send, by which the journal makes it happen once. Read when the endpoint names no `idempotencyKey`.",
            javaType = "String")
    public static final String IDEMPOTENCY_KEY = "CamelPilotStatusIdempotencyKey";

    @Metadata(
            label = "producer",
            description =
                    "Number to act for, together with `accountKey`. Read when the endpoint names no `whatsappNumberId`.",
            javaType = "String")
    public static final String WHATSAPP_NUMBER_ID = "CamelPilotStatusWhatsappNumberId";

    @Metadata(
            label = "producer",
            description = "Parameters of the call by name, for those the endpoint does not set.",
            javaType = "java.util.Map")
    public static final String PARAMS = "CamelPilotStatusParams";

    @Metadata(
            label = "producer",
            description =
                    "Id of the message: set by `send`, read by `status` and `cancel`. It equals `CamelPilotStatusEventMessageId` of the message's later events.",
            javaType = "String")
    public static final String MESSAGE_ID = "CamelPilotStatusMessageId";

    @Metadata(
            label = "producer",
            description = "Correlation id that Pilot Status gave the message.",
            javaType = "String")
    public static final String CORRELATION_ID = "CamelPilotStatusCorrelationId";

    @Metadata(
            label = "producer",
            description = "State of the message, set by `send` and `status`.",
            javaType = "String",
            enums = "QUEUED,SENT,DELIVERED,READ,FAILED,CANCELED")
    public static final String STATUS = "CamelPilotStatusStatus";

    @Metadata(
            label = "producer",
            description =
                    "What is known of the call: ACCEPTED, REFUSED (nothing happened there), or UNKNOWN (it may have happened). Set after a failure too.",
            javaType = "String",
            enums = "ACCEPTED,REFUSED,UNKNOWN")
    public static final String OUTCOME = "CamelPilotStatusOutcome";

    @Metadata(
            label = "producer",
            description =
                    "Why the call failed: the code that the API gave, or one that begins with LOCAL_ when it was this side that refused or gave up.",
            javaType = "String")
    public static final String ERROR_CODE = "CamelPilotStatusErrorCode";

    @Metadata(
            label = "producer",
            description =
                    "Why the call failed, in English and for people: names the call, the field and the rule, and quotes no value.",
            javaType = "String")
    public static final String ERROR_MESSAGE = "CamelPilotStatusErrorMessage";

    @Metadata(
            label = "producer",
            description = "Whether the same call may be repeated without the risk of doing it twice.",
            javaType = "Boolean")
    public static final String RETRYABLE = "CamelPilotStatusRetryable";

    @Metadata(
            label = "producer",
            description =
                    "How many milliseconds the service asks to wait before the next try; absent when it does not say.",
            javaType = "Long")
    public static final String RETRY_AFTER = "CamelPilotStatusRetryAfter";

    @Metadata(
            label = "producer",
            description = "HTTP status of the answer; absent when none came.",
            javaType = "Integer")
    public static final String RESPONSE_CODE = "CamelPilotStatusResponseCode";

    @Metadata(
            label = "producer",
            description = "How often the call was tried, the first try included.",
            javaType = "Integer")
    public static final String ATTEMPTS = "CamelPilotStatusAttempts";

    @Metadata(
            label = "producer send",
            description =
                    "Whether the journal knew that the message was accepted before, so that it was not sent again.",
            javaType = "Boolean")
    public static final String DUPLICATE = "CamelPilotStatusDuplicate";

    @Metadata(
            label = "consumer",
            description = "Name of the event, such as `message.delivered`.",
            javaType = "String",
            enums = EventFilter.EVENTS)
    public static final String EVENT = "CamelPilotStatusEvent";

    @Metadata(label = "consumer", description = "Id of the event's subject (`data.id`).", javaType = "String")
    public static final String EVENT_ID = "CamelPilotStatusEventId";

    @Metadata(
            label = "consumer",
            description =
                    "Id that `send` returned for the message this event is about; for a reply, of the message replied to.",
            javaType = "String")
    public static final String EVENT_MESSAGE_ID = "CamelPilotStatusEventMessageId";

    @Metadata(label = "consumer", description = "WhatsApp's own id of the message.", javaType = "String")
    public static final String EVENT_WHATSAPP_MESSAGE_ID = "CamelPilotStatusEventWhatsappMessageId";

    @Metadata(label = "consumer", description = "Who sent the message.", javaType = "String")
    public static final String EVENT_SENDER = "CamelPilotStatusEventSender";

    @Metadata(label = "consumer", description = "Who the message was sent to.", javaType = "String")
    public static final String EVENT_RECIPIENT = "CamelPilotStatusEventRecipient";

    @Metadata(label = "consumer", description = "Id of the number the event belongs to.", javaType = "String")
    public static final String EVENT_NUMBER_ID = "CamelPilotStatusEventNumberId";

    @Metadata(label = "consumer", description = "Type of the message, such as `text` or `image`.", javaType = "String")
    public static final String EVENT_MESSAGE_TYPE = "CamelPilotStatusEventMessageType";

    @Metadata(
            label = "consumer",
            description = "State that the event reports.",
            javaType = "String",
            enums = "QUEUED,SENT,DELIVERED,READ,FAILED,CANCELED")
    public static final String EVENT_STATUS = "CamelPilotStatusEventStatus";

    @Metadata(
            label = "consumer",
            description =
                    "Rank of the state, for updates that never go back: keep the state only where the stored rank is lower.",
            javaType = "Integer")
    public static final String EVENT_STATUS_RANK = "CamelPilotStatusEventStatusRank";

    @Metadata(
            label = "consumer",
            description =
                    "Whether a later state of the same message was processed before this one; a hint, as far as the inbox remembers. Of events that report a message's state only.",
            javaType = "Boolean")
    public static final String EVENT_STALE = "CamelPilotStatusEventStale";

    @Metadata(label = "consumer", description = "Id of the message that this one quotes.", javaType = "String")
    public static final String EVENT_QUOTED_MESSAGE_ID = "CamelPilotStatusEventQuotedMessageId";

    @Metadata(label = "consumer", description = "Id of the button that was pressed.", javaType = "String")
    public static final String EVENT_BUTTON_ID = "CamelPilotStatusEventButtonId";

    @Metadata(label = "consumer", description = "Why the message failed.", javaType = "String")
    public static final String EVENT_ERROR_CODE = "CamelPilotStatusEventErrorCode";

    @Metadata(
            label = "consumer",
            description = "Whether the message was sent from the number itself.",
            javaType = "Boolean")
    public static final String EVENT_FROM_ME = "CamelPilotStatusEventFromMe";

    private PilotStatusConstants() {}
}
