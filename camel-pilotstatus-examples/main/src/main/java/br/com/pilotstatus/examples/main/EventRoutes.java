/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main;

import br.com.pilotstatus.camel.PilotStatusConstants;
import org.apache.camel.builder.RouteBuilder;

/**
 * The way back: Pilot Status calls, and each event goes to its story. An event whose story fails is answered with an
 * error, so Pilot Status brings it again.
 */
public class EventRoutes extends RouteBuilder {

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from("pilotstatus:webhook?path={{webhook.path}}&events=message.*"
                        + "&autoRegister={{webhook.register}}&publicUrl={{?webhook.public-url}}")
                .routeId("events")
                .choice()
                .when(header(PilotStatusConstants.EVENT).isEqualTo("message.reply"))
                .to("direct:reply")
                .when(header(PilotStatusConstants.EVENT).isEqualTo("message.received"))
                .to("direct:inbound-message")
                .when(header(PilotStatusConstants.EVENT_STATUS).isNotNull())
                .to("direct:message-status")
                .otherwise()
                .log("Nothing to do for ${header.CamelPilotStatusEvent} ${header.CamelPilotStatusEventId}");
    }
}
