/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.spring.PilotStatusSimulatorConfiguration;
import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * What the simulator offers to tests of applications on Spring Boot: two classes of tests that share one application, whose
 * route registers its webhook on a random port.
 */
@Timeout(60)
@SpringBootTest(
        classes = BootTestSupportTest.Application.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "webhook.public-url=http://127.0.0.1:${local.server.port}/pilotstatus/webhook",
            "camel.component.pilotstatus.api-key=${SET_NOWHERE}",
            "camel.main.jmx-enabled=false",
            "spring.main.banner-mode=off"
        })
@Import(PilotStatusSimulatorConfiguration.class)
class BootTestSupportTest {

    private static final String CUSTOMER = "+5511977770000";
    private static final Set<PilotStatusSimulator> SEEN = ConcurrentHashMap.newKeySet();

    @BootTestApplication
    static class Application {

        final Queue<String> heard = new ConcurrentLinkedQueue<>();

        public static void main(String[] args) {
            SpringApplication.run(Application.class, args);
        }

        @Bean
        RouteBuilder routes() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("pilotstatus:webhook?autoRegister=true&publicUrl={{webhook.public-url}}&token=tkn-04be865"
                                    + "&events=message.received")
                            .process(exchange -> heard.add(
                                    exchange.getMessage().getHeader("CamelPilotStatusEventSender", String.class)));
                    from("direct:send").to("pilotstatus:send?text=Hello");
                }
            };
        }
    }

    /** Facts of every test class, whichever is the first. */
    abstract static class OnOneApplication {

        @Autowired
        Application application;

        @Autowired
        ProducerTemplate template;

        @Autowired
        PilotStatusSimulator pilotStatus;

        @Test
        void eventsArriveByTheWebhookOfTheStart() {
            await().untilAsserted(
                            () -> assertThat(pilotStatus.webhooks().list()).hasSize(1));
            application.heard.clear();

            pilotStatus.inbound().text(CUSTOMER, "Hi");

            await().untilAsserted(() -> assertThat(application.heard).containsExactly(CUSTOMER));
        }

        @Test
        void theFirstMessageIsAloneInTheLedger() {
            sendsAlone();
        }

        @Test
        void theNextMessageIsAloneInTheLedger() {
            sendsAlone();
        }

        private void sendsAlone() {
            template.sendBodyAndHeader("direct:send", null, "CamelPilotStatusTo", CUSTOMER);

            assertThat(pilotStatus.ledger().count()).isEqualTo(1);
        }

        @Test
        void theApplicationIsThatOfTheOtherClass() {
            SEEN.add(pilotStatus);

            assertThat(SEEN).containsExactly(pilotStatus);
        }
    }

    @Nested
    class OneClass extends OnOneApplication {}

    @Nested
    class AnotherClass extends OnOneApplication {}

    @Test
    void anApplicationRunsWithASimulatorInside() {
        try (ConfigurableApplicationContext local = SpringApplication.from(Application::main)
                .with(PilotStatusSimulatorConfiguration.class)
                .run(
                        "--server.port=0",
                        "--camel.main.jmx-enabled=false",
                        "--webhook.public-url=http://127.0.0.1:${local.server.port}/pilotstatus/webhook")
                .getApplicationContext()) {
            local.getBean(ProducerTemplate.class)
                    .sendBodyAndHeader("direct:send", null, "CamelPilotStatusTo", CUSTOMER);

            local.getBean(PilotStatusSimulator.class).ledger().awaitMessage(CUSTOMER, Duration.ofSeconds(10));
        }
    }
}
