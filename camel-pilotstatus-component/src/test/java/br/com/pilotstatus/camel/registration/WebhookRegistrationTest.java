/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.registration;

import static br.com.pilotstatus.camel.receive.WebhookRuntime.PATH;
import static br.com.pilotstatus.camel.receive.WebhookRuntime.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.LogRecorder;
import br.com.pilotstatus.camel.PilotStatusWebhookConsumer;
import br.com.pilotstatus.camel.model.Webhook;
import br.com.pilotstatus.camel.receive.WebhookRuntime;
import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.PilotStatusSimulatorExtension;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import br.com.pilotstatus.simulator.state.Provider;
import br.com.pilotstatus.simulator.state.SimulatedWebhook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.health.HealthCheck.Result;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRepository;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A consumer that registers its own webhook at the service. */
@Timeout(60)
class WebhookRegistrationTest {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String NEW_TOKEN = "new+/=&c2f4a8367b1e5d";

    @RegisterExtension
    final PilotStatusSimulatorExtension extension = new PilotStatusSimulatorExtension();

    private final List<WebhookRuntime> runtimes = new ArrayList<>();

    private PilotStatusSimulator simulator() {
        return extension.simulator();
    }

    @AfterEach
    void stop() {
        runtimes.forEach(WebhookRuntime::close);
    }

    @Test
    void eventsComeWithoutAnythingDoneByHand() throws Exception {
        WebhookRuntime node = start("&events=message.received");
        MockEndpoint route = node.mock("route");
        route.expectedMessageCount(1);
        awaitRegistered(node);

        simulator().inbound().text("+5511977770000", "Hello");

        route.assertIsSatisfied(SOON.toMillis());
    }

    @Test
    void theWebhookSaysWhereWhichAndWithWhatToken() throws Exception {
        WebhookRuntime node = start("&events=message.received,message.reply");
        awaitRegistered(node);

        SimulatedWebhook.WebhookSettings webhook = onlyWebhook().settings();
        assertThat(webhook.url()).isEqualTo(publicUrl(node) + "?token=" + TOKEN);
        assertThat(webhook.events()).containsExactlyInAnyOrder("message.received", "message.reply");
        assertThat(webhook.active()).isTrue();
        assertThat(webhook.name()).isEqualTo("camel-pilotstatus");
    }

    @Test
    void aFamilyOfEventsIsRegisteredByTheNamesOfItsEvents() throws Exception {
        awaitRegistered(start("&events=call.*,fromMe"));

        assertThat(onlyWebhook().settings().events())
                .contains("call.ringing", "call.ended")
                .doesNotContain("fromMe");
    }

    @Test
    void eventsThatComeOnlyWithEverythingAreRegisteredAsEverything() throws Exception {
        awaitRegistered(start("&events=number.*"));

        assertThat(onlyWebhook().settings().events()).containsExactly("*");
    }

    @Test
    void aRestartFindsTheWebhookThatIsThere() throws Exception {
        WebhookRuntime node = start("&events=message.received");
        awaitRegistered(node);
        SimulatedWebhook before = onlyWebhook();

        node.context().getRouteController().stopRoute("receiver");
        node.context().getRouteController().startRoute("receiver");
        await().atMost(SOON).until(() -> simulator().requests().of("listWebhooks") >= 3);
        awaitRegistered(node);

        assertThat(onlyWebhook()).isEqualTo(before);
        assertThat(simulator().requests().of("updateWebhook")).isZero();
    }

    @Test
    void twoNodesThatStartAtOnceEndWithOneWebhook() throws Exception {
        // Both have read an empty list before the first webhook is there.
        simulator()
                .faults()
                .add(FaultRule.next(2, Fault.delay(Duration.ofMillis(500))).on("createWebhook"));
        WebhookRuntime one = start("&events=message.received");
        WebhookRuntime other = start(publicUrl(one), "&events=message.received");
        awaitRegistered(one);
        awaitRegistered(other);

        assertThat(simulator().requests().of("createWebhook")).isEqualTo(2);
        await().atMost(SOON).until(() -> simulator().webhooks().list().size() == 1);
        assertThat(registeredId(one))
                .isEqualTo(registeredId(other))
                .isEqualTo(onlyWebhook().id());
    }

    @Test
    void theFirstOfSeveralTokensIsTheOneRegistered() throws Exception {
        WebhookRuntime before = start("&events=message.received");
        awaitRegistered(before);
        String id = onlyWebhook().id();

        WebhookRuntime after =
                startWith(publicUrl(before), "token=RAW(" + NEW_TOKEN + "," + TOKEN + ")&events=message.received");
        awaitRegistered(after);

        assertThat(onlyWebhook().id()).isEqualTo(id);
        assertThat(onlyWebhook().settings().url())
                .isEqualTo(publicUrl(before) + "?token=new%2B%2F%3D%26c2f4a8367b1e5d");
    }

    @Test
    void aTokenWithSpecialCharactersIsBelievedWhenItComesBack() throws Exception {
        WebhookRuntime node = startWith(null, "token=RAW(" + NEW_TOKEN + ")&events=message.received");
        MockEndpoint route = node.mock("route");
        route.expectedMessageCount(1);
        awaitRegistered(node);

        simulator().inbound().text("+5511977770000", "Hello");

        route.assertIsSatisfied(SOON.toMillis());
    }

    @Test
    void aChangedListOfEventsIsBroughtUpToDate() throws Exception {
        WebhookRuntime before = start("&events=message.received");
        awaitRegistered(before);

        awaitRegistered(start(publicUrl(before), "&events=message.reply"));

        assertThat(onlyWebhook().settings().events()).containsExactly("message.reply");
    }

    @Test
    void aWebhookMadeByHandIsTakenOverAndSwitchedOn() throws Exception {
        WebhookRuntime node = startServer();
        SimulatedWebhook byHand = simulator().webhooks().create(simulator().numberId(), publicUrl(node) + "?token=old");

        addRoute(node, publicUrl(node), "token=" + TOKEN + "&events=message.received");
        awaitRegistered(node);

        assertThat(onlyWebhook().id()).isEqualTo(byHand.id());
        assertThat(onlyWebhook().settings().url()).endsWith("?token=" + TOKEN);
        assertThat(onlyWebhook().settings().events()).containsExactly("message.received");
    }

    @Test
    void aSecondWebhookMadeByHandStays() throws Exception {
        WebhookRuntime node = startServer();
        simulator().webhooks().create(simulator().numberId(), publicUrl(node) + "?token=a", "message.sent");
        simulator().webhooks().create(simulator().numberId(), publicUrl(node) + "?token=b", "message.sent");

        addRoute(node, publicUrl(node), "token=" + TOKEN + "&events=message.received");
        awaitRegistered(node);

        assertThat(simulator().webhooks().list()).hasSize(2);
    }

    @Test
    void webhooksOfOtherAddressesAndNumbersStayAsTheyAre() throws Exception {
        WebhookRuntime node = startServer();
        String other = simulator().number(Provider.META).id();
        SimulatedWebhook elsewhere =
                simulator().webhooks().create(simulator().numberId(), publicUrl(node) + "/other", "message.sent");
        SimulatedWebhook ofOther = simulator().webhooks().create(other, publicUrl(node), "message.sent");

        addRoute(
                node,
                publicUrl(node),
                "token=" + TOKEN + "&events=message.received&accountKey="
                        + simulator().accountKey() + "&whatsappNumberId="
                        + simulator().numberId());
        awaitRegistered(node);

        assertThat(simulator().webhooks().list()).hasSize(3).contains(elsewhere, ofOther);
    }

    @Test
    void aServiceThatIsDownHoldsUpNeitherTheRouteNorEventsThatComeAlready() throws Exception {
        simulator().faults().add(FaultRule.always(Fault.status(503)).on("listWebhooks"));

        WebhookRuntime node = start("&events=message.received");

        WebhookRuntime.assertAnswer(node.event(WebhookRuntime.EVENT), 200);
        assertThat(simulator().webhooks().list()).isEmpty();
    }

    @Test
    void registeringIsTriedAgainUntilItWorks() throws Exception {
        simulator().faults().add(FaultRule.next(2, Fault.reset()).on("listWebhooks"));

        WebhookRuntime node = start("&events=message.received&maxAttempts=1");

        awaitRegistered(node);
        assertThat(simulator().requests().of("listWebhooks")).isEqualTo(4);
    }

    @Test
    void aLostAnswerMakesNoSecondWebhook() throws Exception {
        simulator().faults().add(FaultRule.next(1, Fault.replyLost()).on("createWebhook"));

        awaitRegistered(start("&events=message.received"));

        assertThat(simulator().requests().of("createWebhook")).isEqualTo(1);
        assertThat(simulator().webhooks().list()).hasSize(1);
    }

    @Test
    void theHealthCheckOfTheConsumerIsDownUntilItIsRegistered() throws Exception {
        simulator().faults().add(FaultRule.always(Fault.status(401)).on("listWebhooks"));
        WebhookRuntime node = start("&events=message.received");
        HealthCheckHelper.getHealthCheckRepository(node.context(), "consumers", HealthCheckRepository.class)
                .setEnabled(true);
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(health(node).getState()).isEqualTo(State.DOWN);
            assertThat(health(node).getMessage())
                    .hasValueSatisfying(text -> assertThat(text).contains("not registered", "401"));
        });

        simulator().faults().clear();

        await().atMost(SOON).until(() -> health(node).getState() == State.UP);
    }

    @Test
    void aStoppedRouteLeavesItsWebhook() throws Exception {
        WebhookRuntime node = start("&events=message.received");
        awaitRegistered(node);

        node.close();

        assertThat(simulator().webhooks().list()).hasSize(1);
    }

    @Test
    void aStoppedRouteTakesItsWebhookAlongWhenToldTo() throws Exception {
        WebhookRuntime node = start("&events=message.received&unregisterOnStop=true");
        awaitRegistered(node);

        node.close();

        assertThat(simulator().webhooks().list()).isEmpty();
    }

    @Test
    void aWebhookMadeByHandStaysWhateverTheRouteIsTold() throws Exception {
        WebhookRuntime node = startServer();
        simulator().webhooks().create(simulator().numberId(), publicUrl(node));
        addRoute(node, publicUrl(node), "token=" + TOKEN + "&events=message.received&unregisterOnStop=true");
        awaitRegistered(node);

        node.close();

        assertThat(simulator().webhooks().list()).hasSize(1);
    }

    @Test
    void aRouteThatCannotStartStopsWithoutTrouble() throws Exception {
        WebhookRuntime node = start("&events=message.received");

        try (LogRecorder log = new LogRecorder(Level.TRACE)) {
            assertThatThrownBy(() -> RouteBuilder.addRoutes(
                            node.context(),
                            route -> route.from("pilotstatus:webhook?token=" + TOKEN
                                            + "&events=*&apiKey=a&autoRegister=true&publicUrl=" + publicUrl(node)
                                            + "&unregisterOnStop=true")
                                    .to("mock:second")))
                    .hasMessageContaining("already taken");

            assertThat(log.lines("NullPointerException")).isEmpty();
            assertThat(log.lines("must be specified")).isEmpty();
        }
    }

    @Test
    void aSuspendedRouteKeepsItsWebhook() throws Exception {
        WebhookRuntime node = start("&events=message.received&unregisterOnStop=true");
        awaitRegistered(node);

        node.context().getRouteController().suspendRoute("receiver");

        assertThat(simulator().webhooks().list()).hasSize(1);
    }

    @Test
    void stoppingDoesNotWaitForAServiceThatStalls() throws Exception {
        simulator().faults().add(FaultRule.always(Fault.stall()).on("listWebhooks"));
        WebhookRuntime node = start("&events=message.received");
        await().atMost(SOON).until(() -> simulator().requests().of("listWebhooks") == 1);

        long begin = System.nanoTime();
        node.context().getRouteController().stopRoute("receiver");

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void theTokenIsNeverLogged() throws Exception {
        try (LogRecorder log = new LogRecorder()) {
            simulator().faults().add(FaultRule.next(1, Fault.status(400)).on("createWebhook"));
            awaitRegistered(start("&events=message.received"));

            assertThat(log.lines("could not be registered")).isNotEmpty();
            assertThat(log.lines(TOKEN)).isEmpty();
        }
    }

    @Test
    void theAnswersAboutWebhooksDoNotShowTheToken() throws Exception {
        WebhookRuntime node = start("&events=message.received");
        awaitRegistered(node);

        List<?> answer = node.context()
                .createProducerTemplate()
                .requestBody(
                        "pilotstatus:webhooks-list?baseUrl=" + simulator().baseUrl() + "&apiKey="
                                + simulator().apiKey(),
                        null,
                        List.class);

        assertThat(answer)
                .singleElement()
                .isInstanceOfSatisfying(
                        Webhook.class,
                        webhook -> assertThat(webhook.url()).isEqualTo(publicUrl(node) + "?token=xxxxxx"));
    }

    private SimulatedWebhook onlyWebhook() {
        assertThat(simulator().webhooks().list()).hasSize(1);
        return simulator().webhooks().list().get(0);
    }

    private static void awaitRegistered(WebhookRuntime node) {
        await().atMost(SOON).until(() -> registeredId(node) != null);
    }

    private static String registeredId(WebhookRuntime node) {
        return ((PilotStatusWebhookConsumer) node.context().getRoute("receiver").getConsumer())
                .registration()
                .webhookId();
    }

    private static Result health(WebhookRuntime node) {
        return HealthCheckHelper.invokeReadiness(node.context(), "full").stream()
                .filter(result -> result.getCheck().getId().equals("consumer:receiver"))
                .findFirst()
                .orElseThrow();
    }

    private static String publicUrl(WebhookRuntime node) {
        return "http://127.0.0.1:" + node.port() + PATH;
    }

    private WebhookRuntime startServer() throws Exception {
        WebhookRuntime node = WebhookRuntime.withServer();
        runtimes.add(node);
        // Its engine knows the port.
        node.context().getComponent("platform-http");
        node.context().start();
        return node;
    }

    private WebhookRuntime start(String options) throws Exception {
        return start(null, options);
    }

    /** @param publicUrl null for the node's own address */
    private WebhookRuntime start(String publicUrl, String options) throws Exception {
        return startWith(publicUrl, "token=" + TOKEN + options);
    }

    private WebhookRuntime startWith(String publicUrl, String options) throws Exception {
        WebhookRuntime node = startServer();
        addRoute(node, publicUrl == null ? publicUrl(node) : publicUrl, options);
        return node;
    }

    private void addRoute(WebhookRuntime node, String publicUrl, String options) throws Exception {
        String key =
                options.contains("accountKey") ? "" : "&apiKey=" + simulator().apiKey();
        RouteBuilder.addRoutes(
                node.context(),
                route -> route.from("pilotstatus:webhook?" + options + key + "&autoRegister=true&publicUrl=" + publicUrl
                                + "&baseUrl=" + simulator().baseUrl())
                        .routeId("receiver")
                        .to("mock:route"));
    }
}
