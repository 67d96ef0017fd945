/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.webhook;

import br.com.pilotstatus.simulator.state.Destination;
import br.com.pilotstatus.simulator.state.FailureCode;
import br.com.pilotstatus.simulator.state.Progress;
import br.com.pilotstatus.simulator.state.SimulatedMessage;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.Timestamps;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Turns each change of a message into its event. Cancellation has none. */
public final class MessageEvents implements Consumer<SimulatedMessage> {

    private final World world;
    private final WebhookDispatcher dispatcher;

    public MessageEvents(World world, WebhookDispatcher dispatcher) {
        this.world = world;
        this.dispatcher = dispatcher;
    }

    @Override
    public void accept(SimulatedMessage message) {
        String event = "message." + message.status().name().toLowerCase(Locale.ROOT);
        dispatcher.publish(message.numberId(), event, () -> data(message));
    }

    private ObjectNode data(SimulatedMessage message) {
        SimulatedNumber number = world.account().number(message.numberId()).orElseThrow();
        Destination destination = message.order().destination();
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put("id", message.id())
                .put("internalMessageId", message.id())
                .put("messageId", message.progress().externalMessageId())
                .put("correlationId", message.correlationId())
                .put("numberId", number.id())
                .put("from", number.e164())
                .put("to", destination.value())
                .put("type", message.order().type())
                .put("fromMe", true)
                .put("content", message.order().content())
                .put("status", message.status().name())
                .put("createdAt", Timestamps.format(time(message.progress())));
        if (world.settings().contract().sparseStatuses()) {
            data.remove(List.of("fromMe", "to", "content"));
        }
        FailureCode failure = message.progress().failure();
        return failure == null ? data : data.put("errorCode", failure.name()).put("errorMessage", failure.text());
    }

    private Instant time(Progress progress) {
        return switch (progress.status()) {
            case SENT -> progress.sentAt();
            case DELIVERED -> progress.deliveredAt();
            case READ -> progress.readAt();
            default -> world.clock().now();
        };
    }
}
