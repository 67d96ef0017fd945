/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main;

import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.error.PilotStatusException;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

/** Story 1: an order comes into the ERP, and its customer is told by a template message, once. */
public class OrderRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // Refused for now, because Pilot Status is busy or was not reached. Nothing was sent, so the order is new again
        // and the next round takes it.
        onException(PilotStatusException.class)
                .onWhen(header(PilotStatusConstants.RETRYABLE).isEqualTo(true))
                .handled(true)
                .log(LoggingLevel.WARN, "Order ${variable.orderId} waits for the next round: ${exception.message}")
                .to("direct:erp-release-order");

        // Refused for good, or nobody knows whether it was sent. A person decides; a blind repeat might tell the
        // customer twice.
        onException(PilotStatusException.class)
                .handled(true)
                .log(LoggingLevel.ERROR, "Order ${variable.orderId} needs a person: ${exception.message}")
                .to("direct:erp-order-attention");

        // The ERP does not answer. An order that was not claimed is still new there. One that was sent stays in
        // "sending", where a person finds it and no round sends it again.
        onException(Exception.class)
                .maximumRedeliveries(3)
                .redeliveryDelay("{{erp.retry-delay}}")
                .handled(true)
                .log(LoggingLevel.ERROR, "The ERP failed: ${exception.message} (order ${variable.orderId})");

        from("timer:new-orders?period={{orders.period}}")
                .routeId("new-orders")
                .to("{{erp.url}}/orders?status=new")
                .unmarshal()
                .json()
                // Each order on its own, so that one in trouble does not hold up the others.
                .split(body())
                .to("direct:notify-order");

        from("direct:notify-order")
                .routeId("notify-order")
                .setVariable("orderId", simple("${body[id]}"))
                // Claimed before the message goes out: whatever happens from here on, no second one follows.
                .to("direct:erp-claim-order")
                .filter(header(Exchange.HTTP_RESPONSE_CODE).isEqualTo(200))
                .to(
                        "pilotstatus:send?to=${body[phone]}&templateId={{orders.template}}"
                                + "&variables.name=${body[customer]}&variables.order=${body[id]}&variables.total=${body[total]}")
                .to("direct:erp-order-notified");
    }
}
