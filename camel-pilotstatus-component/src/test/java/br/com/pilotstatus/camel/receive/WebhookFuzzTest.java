/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.EventProbe;
import br.com.pilotstatus.camel.LogRecorder;
import br.com.pilotstatus.camel.event.EventKey;
import br.com.pilotstatus.camel.event.EventParser;
import br.com.pilotstatus.camel.model.WebhookEvent;
import br.com.pilotstatus.camel.model.WebhookSamplesTest;
import br.com.pilotstatus.camel.receive.FuzzedReceiver.Way;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests that nobody would write. The build runs those that are kept, as files in <code>WebhookFuzzTestInputs</code>;
 * CONTRIBUTING.md has the command that makes up new ones.
 */
class WebhookFuzzTest {

    private static final List<Way> WAYS = List.of(Way.values());
    private static final Pattern OURS = Pattern.compile("""
            DEBUG \\S+ A request to /[A-Z]+ is answered with [A-Z_]+\
            |WARN \\S+ \\d+ requests? to /[A-Z]+ refused with 401: it(s [ts]| c)[a-zA-Z0-9 ,;.()-]+\
            |WARN \\S+ An event for /[A-Z]+ is refused: (the body must be (UTF-8|JSON, and none of its objects hold a name twice)\
            |the body must not nest deeper than 64 levels, nor hold overlong numbers or names\
            |the event must be a JSON object\
            |the field event must be a name of 1 to 64 letters, digits, dots, dashes or underscores)""");

    private static LogRecorder log;
    private static FuzzedReceiver receiver;

    @BeforeAll
    static void start() throws Exception {
        receiver = new FuzzedReceiver();
        log = new LogRecorder();
    }

    @AfterAll
    static void stop() {
        log.close();
        receiver.close();
    }

    @MethodSource("samples")
    @FuzzTest
    void anAuthenticBodyIsAnEventOrIsRefused(byte[] body) throws Exception {
        // One way each, since the bytes take the same way from there.
        Way way = WAYS.get(body.length % WAYS.size());

        assertThat(receive(FuzzedRequest.authentic(body), way))
                .isIn(WebhookAnswer.OK, WebhookAnswer.EMPTY, WebhookAnswer.MALFORMED, WebhookAnswer.TOO_LARGE);
    }

    @FuzzTest
    void aRequestIsBelievedOnlyWithItsProof(byte[] text) throws Exception {
        FuzzedRequest request = FuzzedRequest.parse(text);

        for (Way way : Way.values()) {
            WebhookAnswer answer = receive(request, way);
            if (!way.isShownBy(request)) {
                assertThat(answer).isNotIn(WebhookAnswer.OK, WebhookAnswer.EMPTY, WebhookAnswer.MALFORMED);
            }
        }
    }

    static Stream<byte[]> samples() {
        return WebhookSamplesTest.samples().values().stream()
                .map(sample -> sample.toString().getBytes(UTF_8));
    }

    /**
     * The answer. The event ran once when it is OK and not at all when it is not, though the request came twice. Each of an
     * envelope ran, unless it is in there twice.
     */
    private static WebhookAnswer receive(FuzzedRequest request, Way way) throws Exception {
        long quarter = quarter();
        receiver.forget();
        log.clear();

        WebhookAnswer answer = receiver.receive(request, way);
        assertThat(receiver.receive(request, way)).isEqualTo(answer);
        if (quarter() != quarter) {
            // A new one began between the two, and with it another event.
            return receive(request, way);
        }

        EventProbe probe = receiver.probe();
        assertThat(probe.failure()).isNull();
        if (answer == WebhookAnswer.OK) {
            List<WebhookEvent> told = new EventParser().parseAll(request.body());
            assertThat(probe.events()).isBetween(1, told.size());
            assertThat(told).contains(probe.last());
        } else {
            assertThat(probe.events()).isZero();
        }
        assertThat(log.lines()).allMatch(line -> OURS.matcher(line).matches());
        return answer;
    }

    /** The time for which the same bytes are the same event. */
    private static long quarter() {
        return System.currentTimeMillis() / EventKey.SAME_BYTES.toMillis();
    }
}
