/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.options;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.PilotStatusComponent;
import br.com.pilotstatus.camel.SimulatorTestSupport;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an endpoint shows in place of its address is in Camel's hands: on exchanges, in the registry of endpoints, in
 * templates. Whoever sends there reaches whom that endpoint names, or nobody.
 */
class ShownAddressTest extends SimulatorTestSupport {

    /** Endpoints that look alike: only what is masked tells them apart. */
    private static final List<String> PHONES = List.of(PHONE, "+5511977770001", "+5511977770002");

    private static final List<String> EIPS = List.of("direct:list", "direct:slip", "direct:dynamic");

    @Override
    protected RouteBuilder createRouteBuilder() {
        return routes();
    }

    private static RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                for (String phone : PHONES) {
                    from("direct:" + phone).to("pilotstatus:send?to=" + phone);
                }
                from("direct:list").recipientList(header("address"));
                from("direct:slip").routingSlip(header("address"));
                from("direct:dynamic").toD("${header.address}");
            }
        };
    }

    /** Makes Camel file the endpoints that exist under what they show. */
    private static void intercept(CamelContext context) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                interceptSendToEndpoint("mock:elsewhere").to("mock:intercepted");
                from("direct:elsewhere").to("mock:elsewhere");
            }
        });
    }

    private static List<String> recipients() {
        return simulator().ledger().entries().stream()
                .map(entry -> entry.destination().value())
                .toList();
    }

    /** What Camel keeps of an endpoint to which a send failed. */
    private Exchange refused(String phone) {
        simulator().faults().add(FaultRule.next(1, Fault.status(400)));
        return send("direct:" + phone, "Hi");
    }

    private void sendTo(String address) {
        for (String eip : EIPS) {
            send(eip, "Hi", Map.of("address", address));
        }
        send(address, "Hi");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CamelToEndpoint", "CamelFailureEndpoint"})
    void whatCamelKeepsReachesWhomItNames(String property) {
        for (String phone : PHONES) {
            int before = recipients().size();
            sendTo(refused(phone).getProperty(property, String.class));
            assertThat(recipients().subList(before, recipients().size())).containsExactly(phone, phone, phone, phone);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CamelToEndpoint", "CamelFailureEndpoint"})
    void soItDoesAfterAnInterceptorCame(String property) throws Exception {
        intercept(context);
        whatCamelKeepsReachesWhomItNames(property);
    }

    /** A template looks its default endpoint up again by what that shows. */
    @Test
    void theDefaultEndpointOfATemplateIsTheOneThatWasGiven() throws Exception {
        intercept(context);
        for (String phone : PHONES) {
            try (ProducerTemplate alerts = context.createProducerTemplate()) {
                alerts.stop();
                alerts.setDefaultEndpointUri("pilotstatus:send?to=" + phone);
                alerts.start();
                alerts.sendBody("Hi");
            }
        }
        assertThat(recipients()).isEqualTo(PHONES);
    }

    /** Queues and databases keep exchanges for longer than endpoints live. */
    @Test
    void anotherNodeRefusesIt() throws Exception {
        String address = refused(PHONE).getProperty(Exchange.TO_ENDPOINT, String.class);
        try (CamelContext other = new DefaultCamelContext()) {
            PilotStatusComponent component = new PilotStatusComponent();
            component.getConfiguration().setBaseUrl(simulator().baseUrl());
            component.getConfiguration().setApiKey(simulator().apiKey());
            other.addComponent("pilotstatus", component);
            other.addRoutes(routes());
            intercept(other);
            other.start();
            ProducerTemplate there = other.createProducerTemplate();
            for (String eip : EIPS) {
                Exchange exchange =
                        there.request(eip, message -> message.getMessage().setHeader("address", address));
                assertThat(exchange.getException()).hasStackTraceContaining("is a mask and no value");
            }
        }
        assertThat(recipients()).isEmpty();
    }

    @Test
    void interceptorsThatCameFirstHoldThere() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                interceptSendToEndpoint("pilotstatus:*")
                        .skipSendToOriginalEndpoint()
                        .to("mock:intercepted");
                from("direct:intercepted").to("pilotstatus:send?to=" + PHONE + "&text=Hi");
            }
        });
        sendTo(send("direct:intercepted", "Hi").getProperty(Exchange.TO_ENDPOINT, String.class));
        assertThat(recipients()).isEmpty();
    }
}
