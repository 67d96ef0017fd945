/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.orders.event;

import br.com.pilotstatus.camel.model.WebhookEvent;
import br.com.pilotstatus.examples.orders.outbox.Sender;
import java.util.Locale;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** What Pilot Status tells: how far messages came, and what customers write. Each number has a webhook of its own. */
@Component
public class EventRoutes extends RouteBuilder {

    private final Messages messages;

    public EventRoutes(Messages messages) {
        this.messages = messages;
    }

    @Override
    public void configure() {
        for (Sender sender : Sender.values()) {
            String path = "/webhooks/" + sender.name().toLowerCase(Locale.ROOT);
            from(sender.component() + ":webhook?path=" + path
                            + "&autoRegister={{webhook.register}}&publicUrl={{webhook.public-base}}" + path
                            + "&events=message.sent,message.delivered,message.read,message.failed"
                            + ",message.received,message.reply")
                    .routeId("events-" + sender)
                    .to("direct:event");
        }

        // An event whose row cannot be written is answered with 500, and comes again.
        from("direct:event").routeId("event").process(exchange -> {
            WebhookEvent event = exchange.getMessage().getBody(WebhookEvent.class);
            if (event.reportsStatus()) {
                messages.keepStatus(event);
            } else if (event.inbound()) {
                messages.keepReply(event);
            }
        });
    }
}
