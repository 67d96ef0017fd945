/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.journal;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.SimulatorTestSupport;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.dataformat.CsvDataFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sends in doubt go out as a table, and come back from it to be resolved. */
class JournalAsCsvTest extends SimulatorTestSupport {

    /** Holds what a table must quote. */
    private static final String ORDER = "10,42 \"x\"";

    private static final String COLUMNS = "since,idempotencyKey,numberId,key";

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:table")
                        .to("pilotstatus:journal-list")
                        .marshal(new CsvDataFormat.Builder().header(COLUMNS).end())
                        .convertBodyTo(String.class);
                from("direct:rows")
                        .unmarshal(new CsvDataFormat.Builder().useMaps(true).end());
                from("direct:resolve")
                        .to("direct:table")
                        .to("direct:rows")
                        .split(body())
                        .to("pilotstatus:journal-resolve?id=${body}&param.outcome=REFUSED");
            }
        };
    }

    @BeforeEach
    void leaveInDoubt() {
        simulator().faults().add(FaultRule.next(1, Fault.replyLost()));
        send("pilotstatus:send?maxAttempts=1&idempotencyKey=${header.order}&to=" + PHONE, "Hi", Map.of("order", ORDER));
    }

    private String table() {
        return send("direct:table", null).getMessage().getBody(String.class);
    }

    @Test
    void aRowHoldsWhatIsKnown() {
        List<?> rows = send("direct:rows", table()).getMessage().getBody(List.class);

        Map<?, ?> row = (Map<?, ?>) rows.get(0);
        assertThat(row.get("idempotencyKey")).isEqualTo(ORDER);
        assertThat(Instant.parse((String) row.get("since"))).isBefore(Instant.now());
    }

    @Test
    void aRowIsResolved() {
        assertThat(send("direct:resolve", null).getException()).isNull();

        List<?> left = send("pilotstatus:journal-list", null).getMessage().getBody(List.class);
        assertThat(left).isEmpty();
    }
}
