/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.control;

import br.com.pilotstatus.simulator.state.Destination;
import br.com.pilotstatus.simulator.state.Destination.Kind;
import br.com.pilotstatus.simulator.state.InboundMessage;
import br.com.pilotstatus.simulator.state.SimulatedMessage;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.Timestamps;
import br.com.pilotstatus.simulator.state.World;
import br.com.pilotstatus.simulator.webhook.WebhookDispatcher;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Plays the customers of one number: what they write becomes an event for its webhooks, and opens the 24-hour window.
 * Each method returns what was sent and to how many webhooks.
 */
public final class Inbound {

    private static final String DEFAULT_NAME = "Marina";

    private final World world;
    private final WebhookDispatcher dispatcher;
    private final String numberId;
    private final String participantName;

    public Inbound(World world, WebhookDispatcher dispatcher, String numberId) {
        this(world, dispatcher, numberId, DEFAULT_NAME);
    }

    private Inbound(World world, WebhookDispatcher dispatcher, String numberId, String participantName) {
        this.world = world;
        this.dispatcher = dispatcher;
        this.numberId = numberId;
        this.participantName = participantName;
    }

    /** The same under another name of the customer; the default is "Marina". */
    public Inbound named(String name) {
        return new Inbound(world, dispatcher, numberId, name);
    }

    /** A customer writes a text: {@code message.received}. */
    public EmittedEvent text(String from, String text) {
        return publish("message.received", direct(from, "text", text));
    }

    /**
     * A customer sends media: {@code message.received}.
     *
     * @param mediaType image, video, audio, document or sticker
     * @param link where the media can be fetched
     * @param caption its caption, may be null
     * @param fileName its name, may be null
     */
    public EmittedEvent media(String from, String mediaType, String link, String caption, String fileName) {
        SimulatedNumber number = number();
        ObjectNode data = direct(from, mediaType, caption == null ? "" : caption)
                .put("mediaType", mediaType)
                .put("mediaLink", link)
                .put("mediaCaption", caption)
                .put("mediaFilename", fileName);
        if (number.isMeta()) {
            data.put("mediaId", "media-" + data.get("id").textValue()).put("phoneNumberId", number.phoneNumberId());
        }
        return publish("message.received", data);
    }

    /** A customer reacts with an emoji to what was sent last: {@code message.received} of type reaction. */
    public EmittedEvent reaction(String from, String emoji) {
        ObjectNode data = direct(from, "reaction", emoji).put("mediaType", "reaction");
        ObjectNode reaction = data.putObject("reaction").put("emoji", emoji);
        lastSentTo(Destination.phone(from)).ifPresent(id -> reaction.put("message_id", id));
        return publish("message.received", data);
    }

    /** A customer sends a place: {@code message.received} of type location. */
    public EmittedEvent location(String from, double latitude, double longitude, String name, String address) {
        ObjectNode data = direct(from, "location", "").put("mediaType", "location");
        data.putObject("location")
                .put("latitude", latitude)
                .put("longitude", longitude)
                .put("name", name)
                .put("address", address);
        return publish("message.received", data);
    }

    /** A customer sends a card of the address book: {@code message.received} of type contacts. */
    public EmittedEvent contact(String from, String name, String phone) {
        ObjectNode data = direct(from, "contacts", "").put("mediaType", "contacts");
        ObjectNode card = data.putArray("contacts").addObject();
        card.putObject("name").put("formatted_name", name);
        card.putArray("phones").addObject().put("phone", phone);
        return publish("message.received", data);
    }

    /**
     * A customer writes a text after a click on an advertisement or a post: {@code message.received} with a referral.
     *
     * @param sourceType ad or post
     * @param sourceId Meta's id of it
     */
    public EmittedEvent referred(String from, String text, String sourceType, String sourceId) {
        ObjectNode data = direct(from, "text", text);
        data.putObject("referral")
                .put("sourceType", sourceType)
                .put("sourceId", sourceId)
                .put("sourceUrl", "https://fb.invalid/" + sourceId);
        return publish("message.received", data);
    }

    /**
     * The owner of the number writes a text on the phone: {@code message.received} with {@code fromMe}.
     *
     * @param to the customer it goes to
     */
    public EmittedEvent typed(String to, String text) {
        ObjectNode data = base(to, "text", text);
        String customer = data.get("from").textValue();
        data.put("from", number().e164()).put("to", customer).put("fromMe", true);
        data.remove("participantName");
        return publish("message.received", data);
    }

    /**
     * The recipient of a message quotes it in an answer: {@code message.reply}.
     *
     * @param messageId any id of the sent message
     */
    public EmittedEvent reply(String messageId, String text) {
        return publish("message.reply", reply(messageId, "text", text).putNull("buttonId"));
    }

    /**
     * The recipient of a message taps one of its buttons: {@code message.reply} of type button.
     *
     * @param messageId any id of the sent message
     * @param buttonId the id of the button
     * @param title its text
     */
    public EmittedEvent buttonTap(String messageId, String buttonId, String title) {
        return publish("message.reply", reply(messageId, "button", title).put("buttonId", buttonId));
    }

    /**
     * The recipient of a message chooses a row of a list: {@code message.reply} of type interactive.
     *
     * @param messageId any id of the sent message
     * @param rowId the id of the row
     * @param title its text
     */
    public EmittedEvent listReply(String messageId, String rowId, String title) {
        return publish("message.reply", reply(messageId, "interactive", title).put("buttonId", rowId));
    }

    /**
     * A member writes to a group: {@code message.group}.
     *
     * @param groupName may be null, then it is left out
     */
    public EmittedEvent group(String groupId, String groupName, String from, String text) {
        ObjectNode data = base(from, "text", text).put("groupId", groupId);
        return publish("message.group", groupName == null ? data : data.put("groupName", groupName));
    }

    /**
     * A newsletter publishes: {@code message.newsletter}. Meta numbers have none.
     *
     * @param newsletterName may be null
     */
    public EmittedEvent newsletter(String newsletterId, String newsletterName, String from, String text) {
        if (number().isMeta()) {
            throw new IllegalArgumentException("A Meta number has no newsletters");
        }
        return publish(
                "message.newsletter",
                base(from, "text", text).put("newsletterId", newsletterId).put("newsletterName", newsletterName));
    }

    private ObjectNode reply(String messageId, String type, String content) {
        SimulatedMessage original = world.messages()
                .find(messageId)
                .filter(message -> message.numberId().equals(numberId))
                .orElseThrow(() -> new IllegalArgumentException("This number has sent no message with this id"));
        Destination customer = original.order().destination();
        if (customer.kind() != Kind.PHONE && customer.kind() != Kind.BSUID) {
            throw new IllegalArgumentException("Only a message to one customer can be answered");
        }
        return direct(customer.value(), type, content)
                .put("quotedMessageId", original.progress().externalMessageId())
                .put("messageRepliedId", original.id())
                .put("correlationId", original.correlationId());
    }

    // Only what a customer writes to the number itself opens the window.
    private ObjectNode direct(String from, String type, String content) {
        ObjectNode data = base(from, type, content);
        world.conversations()
                .customerWrote(numberId, Destination.phone(from), world.clock().now());
        return data;
    }

    private ObjectNode base(String from, String type, String content) {
        SimulatedNumber number = number();
        Destination customer = Destination.phone(from);
        if (customer.kind() == Kind.INVALID) {
            throw new IllegalArgumentException("from must be a phone of 8 to 15 digits or a BSUID");
        }
        Instant now = world.clock().now();
        String id = world.ids().next();
        return JsonNodeFactory.instance
                .objectNode()
                .put("from", customer.value())
                .put("to", number.e164())
                .put("numberId", numberId)
                .put("messageId", world.ids().whatsappId(id, number.provider()))
                .put("id", id)
                .put("type", type)
                .put("fromMe", false)
                .put("content", content)
                .put("participantName", participantName)
                .put("createdAt", Timestamps.format(now));
    }

    private Optional<String> lastSentTo(Destination customer) {
        return world.messages().of(numberId).stream()
                .filter(message -> message.order().destination().equals(customer))
                .map(message -> message.progress().externalMessageId())
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later);
    }

    private EmittedEvent publish(String event, ObjectNode data) {
        Instant at = Instant.parse(data.get("createdAt").textValue());
        InboundMessage message = InboundMessage.of(numberId, data, at);
        world.inbox().append(sequence -> message);
        return new EmittedEvent(event, data, dispatcher.publish(numberId, event, () -> data));
    }

    private SimulatedNumber number() {
        return world.account().require(numberId);
    }
}
