/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main;

import br.com.pilotstatus.camel.PilotStatusConstants;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;

/** What the stories ask of the ERP, each by name: the only place that knows its addresses. */
public class ErpRoutes extends RouteBuilder {

    private static final String PATH = "erpPath";

    @Override
    public void configure() {
        // What a failure of the ERP means is for the story to say.
        errorHandler(noErrorHandler());

        // Answers 409, in place of failing, when the order is not new any more: another node was faster.
        from("direct:erp-claim-order")
                .routeId("erp-claim-order")
                .removeHeaders("*", "CamelPilotStatus*")
                .setBody(constant(""))
                .toD("{{erp.url}}/orders/${variable.orderId}/sending?httpMethod=POST&okStatusCodeRange=200,409")
                .unmarshal()
                .json();

        from("direct:erp-release-order")
                .routeId("erp-release-order")
                .setBody(constant(Map.of()))
                .setVariable(PATH, simple("/orders/${variable.orderId}/new"))
                .to("direct:erp-post");

        from("direct:erp-order-notified")
                .routeId("erp-order-notified")
                .setBody()
                .message(message -> Map.of("messageId", text(message, PilotStatusConstants.MESSAGE_ID)))
                .setVariable(PATH, simple("/orders/${variable.orderId}/notified"))
                .to("direct:erp-post");

        from("direct:erp-order-attention")
                .routeId("erp-order-attention")
                .setBody()
                .message(ErpRoutes::reason)
                .setVariable(PATH, simple("/orders/${variable.orderId}/attention"))
                .to("direct:erp-post");

        // The id of the order whose customer got the message that the event is about; nothing when there is none.
        from("direct:erp-order-of-message")
                .routeId("erp-order-of-message")
                .setHeader(Exchange.HTTP_QUERY)
                .message(message -> "messageId="
                        + URLEncoder.encode(
                                text(message, PilotStatusConstants.EVENT_MESSAGE_ID), StandardCharsets.UTF_8))
                .removeHeaders("*", "CamelPilotStatus*", Exchange.HTTP_QUERY)
                .setBody(constant((Object) null))
                .to("{{erp.url}}/orders?httpMethod=GET")
                .unmarshal()
                .json()
                .setBody()
                .body(List.class, ErpRoutes::idOfFirst);

        // The note bears the id of the customer's message: it is written once, however often the event comes.
        from("direct:erp-note")
                .routeId("erp-note")
                .setBody()
                .exchange(exchange -> Map.of(
                        "id",
                        ReplyRoutes.idOf(exchange.getMessage()),
                        "text",
                        exchange.getVariable("note", "", String.class)))
                .setVariable(PATH, simple("/orders/${variable.orderId}/notes"))
                .to("direct:erp-post");

        from("direct:erp-message-status")
                .routeId("erp-message-status")
                .setBody()
                .message(ErpRoutes::status)
                .setVariable(PATH, constant("/messages"))
                .to("direct:erp-post");

        from("direct:erp-post")
                .routeId("erp-post")
                .marshal()
                .json()
                // The headers of a webhook or a mail are no business of the ERP.
                .removeHeaders("*", "CamelPilotStatus*")
                .setHeader(Exchange.CONTENT_TYPE, constant("application/json"))
                .toD("{{erp.url}}${variable.erpPath}?httpMethod=POST");
    }

    private static Object idOfFirst(List<?> orders) {
        return orders.isEmpty() ? null : ((Map<?, ?>) orders.get(0)).get("id");
    }

    private static Map<String, Object> reason(Message message) {
        return Map.of(
                "reason",
                text(message, PilotStatusConstants.OUTCOME) + " " + text(message, PilotStatusConstants.ERROR_CODE));
    }

    private static Map<String, Object> status(Message message) {
        Map<String, Object> status = new HashMap<>();
        status.put("messageId", text(message, PilotStatusConstants.EVENT_MESSAGE_ID));
        status.put("status", text(message, PilotStatusConstants.EVENT_STATUS));
        status.put("rank", message.getHeader(PilotStatusConstants.EVENT_STATUS_RANK, Integer.class));
        status.put("errorCode", message.getHeader(PilotStatusConstants.EVENT_ERROR_CODE, String.class));
        return status;
    }

    private static String text(Message message, String header) {
        return message.getHeader(header, "-", String.class);
    }
}
