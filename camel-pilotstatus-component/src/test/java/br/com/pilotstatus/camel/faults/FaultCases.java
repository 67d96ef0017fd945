/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.faults;

import static br.com.pilotstatus.camel.faults.FaultCase.accepted;
import static br.com.pilotstatus.camel.faults.FaultCase.at;
import static br.com.pilotstatus.camel.faults.FaultCase.noAnswer;
import static br.com.pilotstatus.camel.faults.FaultCase.noConnection;
import static br.com.pilotstatus.camel.faults.FaultCase.onEveryCall;
import static br.com.pilotstatus.camel.faults.FaultCase.onTheConnection;
import static br.com.pilotstatus.camel.faults.FaultCase.passing;
import static br.com.pilotstatus.camel.faults.FaultCase.refusal;

import br.com.pilotstatus.camel.faults.FaultCase.Scene;
import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.Fault.GarbageHttp;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** All that can go wrong, in the order in which a call gets there. */
final class FaultCases {

    private static final int FAR = 100;
    private static final int HUGE = 40_000_000;

    private FaultCases() {}

    static List<FaultCase> all() {
        return Stream.of(connecting(), waiting(), refusing(), failing(), answering())
                .flatMap(List::stream)
                .toList();
    }

    private static List<FaultCase> connecting() {
        return List.of(
                noConnection("connection refused", simulator -> closedPort()),
                noConnection("unknown host", simulator -> new Scene("https://no-such-host.invalid/v1", List.of())),
                noConnection("stall before the connection stands", simulator -> fullBacklog()),
                noConnection("stall in the TLS handshake", onTheConnection("https", FaultyServer::silent)),
                noConnection("TLS failure", FaultCases::plainWhereTlsIsExpected),
                noConnection(
                        "reset before a byte of the request", onTheConnection("https", FaultyServer::resetAtFirstByte)),
                noAnswer("reset as soon as connected", onTheConnection("http", FaultyServer::resetAtOnce))
                        .perhapsUnsent());
    }

    private static List<FaultCase> waiting() {
        return List.of(
                noAnswer("reset in the middle of the request", onTheConnection("http", FaultyServer::resetAtFirstByte)),
                noAnswer("stall, the request is never read", onTheConnection("http", FaultyServer::silent)),
                noAnswer("reset after the request", Fault.reset()),
                noAnswer("accepted, but the reply is lost", Fault.replyLost()),
                noAnswer("stall before the answer", Fault.stall()),
                noAnswer("accepted, stall before the answer", Fault.stallAfterAcceptance()),
                noAnswer(
                                "accepted, stall in the head of the answer",
                                simulator -> at("http", new FaultyServer(CutAnswer.inHead(simulator))))
                        .acting(true),
                noAnswer("accepted, slow drip", Fault.slowDrip(1, Duration.ofMillis(150)))
                        .withoutTimeForMore(),
                noAnswer("garbage instead of HTTP", Fault.garbageHttp()),
                noAnswer("accepted, garbage instead of HTTP", new GarbageHttp(true)));
    }

    private static List<FaultCase> refusing() {
        return List.of(
                passing("429 once", 429, Fault.status(429)),
                passing(
                        "429 once, Retry-After in seconds",
                        429,
                        Fault.status(429).withRetryAfter(1)),
                passing(
                        "429 once, Retry-After as a date",
                        429,
                        Fault.status(429).withRetryAfterDate(1)),
                refusal("429 for ever", 429, Fault.status(429)),
                refusal(
                                "429, Retry-After beyond the total time",
                                429,
                                Fault.status(429).withRetryAfter(FAR))
                        .withoutTimeForMore(),
                passing("503 once, with the API's error body", 503, Fault.status(503)),
                refusal("503 for ever, with the API's error body", 503, Fault.status(503)));
    }

    private static List<FaultCase> failing() {
        return List.of(
                refusal("500, with the API's error body", 500, Fault.status(500)),
                refusal("500, without", 500, Fault.status(500).withoutBody()).withoutTheApisBody(),
                refusal("502, with the API's error body", 502, Fault.status(502)),
                refusal("502, without", 502, Fault.status(502).withoutBody()).withoutTheApisBody(),
                refusal(
                                "503, without the API's error body",
                                503,
                                Fault.status(503).withoutBody())
                        .withoutTheApisBody(),
                refusal("redirect", 307, Fault.redirect("http://127.0.0.1:9/elsewhere"))
                        .withoutTheApisBody());
    }

    private static List<FaultCase> answering() {
        return List.of(
                accepted("accepted, garbage instead of JSON", onEveryCall(Fault.garbageJson())),
                accepted("accepted, half the body, then closed", onEveryCall(Fault.halfBody())),
                accepted(
                        "accepted, stall in the body",
                        simulator -> at("http", new FaultyServer(CutAnswer.inBody(simulator)))),
                accepted("accepted, huge body", onEveryCall(Fault.hugeBody(HUGE))),
                accepted("accepted, empty body", onEveryCall(Fault.emptyAnswer())));
    }

    private static Scene closedPort() throws IOException {
        ClosedPort port = new ClosedPort();
        return new Scene(port.url(), List.of(port));
    }

    private static Scene fullBacklog() throws IOException {
        FullBacklog backlog = new FullBacklog();
        return new Scene("http://127.0.0.1:" + backlog.port() + "/v1", List.of(backlog));
    }

    private static Scene plainWhereTlsIsExpected(PilotStatusSimulator simulator) {
        return new Scene("https://127.0.0.1:" + simulator.port() + "/v1", List.of());
    }
}
