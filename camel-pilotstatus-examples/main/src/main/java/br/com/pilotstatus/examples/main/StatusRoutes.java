/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main;

import br.com.pilotstatus.camel.PilotStatusConstants;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

/**
 * Story 5: what became of each message. The ERP keeps the status by message, not by order: a message can be delivered
 * before the ERP has heard which order it was for.
 */
public class StatusRoutes extends RouteBuilder {

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from("direct:message-status")
                .routeId("message-status")
                .choice()
                .when(header(PilotStatusConstants.EVENT_STATUS).isEqualTo("FAILED"))
                .log(
                        LoggingLevel.WARN,
                        "Message ${header.CamelPilotStatusEventMessageId} failed: ${header.CamelPilotStatusEventErrorCode}")
                .end()
                .to("direct:erp-message-status");
    }
}
