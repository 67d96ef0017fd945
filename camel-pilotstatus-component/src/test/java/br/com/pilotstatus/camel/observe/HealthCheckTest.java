/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.observe;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.PilotStatusComponent;
import br.com.pilotstatus.camel.SimulatorTestSupport;
import br.com.pilotstatus.camel.faults.ClosedPort;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck.Result;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRepository;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The health check goes by what the endpoint's own calls showed, and makes none itself. */
@Timeout(60)
class HealthCheckTest extends SimulatorTestSupport {

    private static final String TEXT = "S3CRET";
    private static final String TO = "pilotstatus:send?to=" + PHONE;

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").routeId("in").to(TO);
            }
        };
    }

    @BeforeEach
    void enableProducerChecks() {
        HealthCheckHelper.getHealthCheckRepository(context, "producers", HealthCheckRepository.class)
                .setEnabled(true);
    }

    private List<Result> results() {
        return results(context);
    }

    private static List<Result> results(CamelContext context) {
        return HealthCheckHelper.invoke(context, "full").stream()
                .filter(result -> result.getCheck().getId().startsWith("producer:"))
                .toList();
    }

    private Result result() {
        assertThat(results()).hasSize(1);
        return results().get(0);
    }

    private void sendUnder(Fault fault) {
        simulator().faults().clear();
        simulator().faults().add(FaultRule.always(fault));
        send("direct:in", TEXT);
    }

    private void sendWell() {
        simulator().faults().clear();
        assertThat(send("direct:in", TEXT).getException()).isNull();
    }

    @Test
    void itIsUpBeforeAnyCall() {
        assertThat(result().getState()).isEqualTo(State.UP);
    }

    @Test
    void itIsNamedAfterTheOperation() {
        assertThat(result().getCheck().getId()).isEqualTo("producer:pilotstatus-send-1");
    }

    @Test
    void itIsUpAfterASuccess() {
        sendWell();
        assertThat(result().getState()).isEqualTo(State.UP);
    }

    @Test
    void itSendsNothing() {
        IntStream.range(0, 3).forEach(i -> result());
        assertThat(simulator().requests().all()).isEmpty();
    }

    @Test
    void itIsDownWhenTheServiceCannotBeReached() throws Exception {
        context.getRouteController().stopRoute("in");
        try (ClosedPort port = new ClosedPort()) {
            send(TO + "&maxAttempts=1&apiKey=ps_own&baseUrl=" + port.url(), TEXT);
        }
        assertThat(result().getState()).isEqualTo(State.DOWN);
        assertThat(result().getMessage()).contains("Pilot Status gave no answer");
    }

    @Test
    void itIsDownWhenTheKeyIsNotAccepted() {
        sendUnder(Fault.status(401));
        assertThat(result().getState()).isEqualTo(State.DOWN);
        assertThat(result().getDetails()).containsEntry("http.response.code", 401);
    }

    @Test
    void itIsDownWhenTheOutcomeOfACallIsUnknown() {
        sendUnder(Fault.replyLost());
        assertThat(result().getState()).isEqualTo(State.DOWN);
        assertThat(result().getDetails()).doesNotContainKey("http.response.code");
    }

    @Test
    void itShowsTheCodeOfTheService() throws Exception {
        context.getRouteController().stopRoute("in");
        send(TO + "&apiKey=ps_wrong", TEXT);
        assertThat(result().getDetails()).containsEntry("service.error.code", "UNAUTHORIZED");
    }

    @Test
    void itIsUpAgainAfterASuccess() {
        sendUnder(Fault.replyLost());
        assertThat(result().getState()).isEqualTo(State.DOWN);
        sendWell();
        assertThat(result().getState()).isEqualTo(State.UP);
    }

    @Test
    void aRefusalOfTheMessageShowsThatTheServiceIsThere() {
        sendUnder(Fault.replyLost());
        sendUnder(Fault.status(400));
        assertThat(result().getState()).isEqualTo(State.UP);
    }

    @Test
    void aCallThatNeverGotItsTurnShowsNothing() throws Exception {
        context.getRouteController().stopRoute("in");
        simulator().faults().add(FaultRule.always(Fault.replyLost()));
        String paced = TO + "&requestsPerSecond=0.01&acquireTimeout=50";
        send(paced, "first");
        send(paced, "second");
        assertThat(result().getState()).isEqualTo(State.DOWN);
        assertThat(result().getDetails()).containsEntry("failure.error.count", 1);
    }

    @Test
    void failuresInARowAreCountedSinceTheFirst() {
        sendUnder(Fault.status(401));
        Object since = result().getDetails().get("since");
        sendUnder(Fault.replyLost());
        assertThat(result().getDetails())
                .containsEntry("failure.error.count", 2)
                .containsEntry("since", since)
                .containsEntry("operation", "send");
    }

    @Test
    void theDetailsTellOfNobodyAndNothing() {
        sendUnder(Fault.status(403));
        Map<String, Object> details = result().getDetails();
        assertThat(details)
                .hasEntrySatisfying(
                        "endpoint.uri",
                        uri -> assertThat(uri).asString().startsWith("pilotstatus://send?to=xxxxxx&hash="));
        assertThat(details.toString() + result().getMessage() + result().getError())
                .doesNotContain("98888", TEXT, simulator().apiKey());
    }

    @Test
    void itSaysNothingWhereTheComponentSwitchesItOff() throws Exception {
        context.getRouteController().stopRoute("in");
        context.getComponent("pilotstatus", PilotStatusComponent.class).setHealthCheckProducerEnabled(false);
        context.getRouteController().startRoute("in");
        sendUnder(Fault.status(401));
        assertThat(result().getState()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void itGoesWithTheRoute() throws Exception {
        context.getRouteController().stopRoute("in");
        assertThat(results()).isEmpty();
    }

    @Test
    void producersOfOneEndpointShareIt() throws Exception {
        simulator().faults().add(FaultRule.always(Fault.status(401)));
        // The template has a producer of its own for the endpoint of the route.
        send(TO, TEXT);
        assertThat(result().getState()).isEqualTo(State.DOWN);
        context.getRouteController().stopRoute("in");
        assertThat(result().getState()).isEqualTo(State.DOWN);
    }

    @Test
    void endpointsHaveOneEach() {
        send("pilotstatus:templates-list", null);
        send("pilotstatus:templates-list?maxInFlight=3", null);
        assertThat(results())
                .extracting(result -> result.getCheck().getId())
                .containsExactlyInAnyOrder(
                        "producer:pilotstatus-send-1",
                        "producer:pilotstatus-templates-list-1",
                        "producer:pilotstatus-templates-list-2");
    }

    @Test
    void itDoesNotAskForARestartOfTheProcess() {
        sendUnder(Fault.status(401));
        assertThat(HealthCheckHelper.invokeLiveness(context, "full"))
                .noneMatch(result -> result.getCheck().getId().startsWith("producer:"));
    }

    @Test
    void camelMainSwitchesItOnByItsProperty() throws Exception {
        Main main = new Main();
        main.addInitialProperty("camel.health.producers-enabled", "true");
        main.addInitialProperty(
                "camel.component.pilotstatus.api-key", simulator().apiKey());
        main.configure().addRoutesBuilder(createRouteBuilder());
        main.start();
        try {
            assertThat(results(main.getCamelContext())).hasSize(1);
        } finally {
            main.stop();
        }
    }
}
