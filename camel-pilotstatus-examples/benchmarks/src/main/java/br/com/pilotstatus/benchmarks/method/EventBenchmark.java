/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.method;

import static java.nio.charset.StandardCharsets.UTF_8;

import br.com.pilotstatus.camel.event.EventParser;
import br.com.pilotstatus.camel.event.MalformedEventException;
import br.com.pilotstatus.camel.model.WebhookEvent;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** From the bytes of a body to the event. */
@State(Scope.Benchmark)
public class EventBenchmark {

    private final EventParser parser = new EventParser();
    private final byte[] body = """
            {"event":"message.sent","data":{"id":"cmq1x7d3k0001v8l2ab34cd56","messageId":"wamid.HBgNNTUxMTk3Nzc3MDAw",\
            "numberId":"cmq0n1x2y0000v8l2numexmpl","from":"+5511888880000","to":"+5511977770000","type":"text",\
            "fromMe":true,"content":"Your order left the warehouse.","status":"SENT",\
            "createdAt":"2026-08-01T12:00:05.000Z"}}""".getBytes(UTF_8);

    @Benchmark
    public List<WebhookEvent> read() throws MalformedEventException {
        return parser.parseAll(body);
    }
}
