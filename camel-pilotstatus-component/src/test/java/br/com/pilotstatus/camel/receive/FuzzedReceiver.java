/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.EventProbe;
import br.com.pilotstatus.camel.store.MemoryClaimStore;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.converter.stream.InputStreamCache;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.RestConfiguration;
import org.apache.camel.spi.RestConsumerFactory;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultExchange;

/**
 * Real routes from <code>pilotstatus:webhook</code>, one for each way of verification, on a server without sockets:
 * requests go straight to where an HTTP server would hand them over.
 */
final class FuzzedReceiver implements AutoCloseable {

    static final String TOKEN = "tkn-3f9c2a71d04be865";
    static final int LARGEST = 8192;

    private static final String SECRET = "sec-91be04d7a35f2c68";
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final CamelContext context = new DefaultCamelContext();
    private final Map<String, Processor> served = new HashMap<>();
    private Instant now = Instant.parse("2026-08-01T12:00:00Z");
    private final MemoryClaimStore inbox = new MemoryClaimStore(100, REMEMBERED, () -> now);
    private final EventProbe probe;
    private final Map<Map<String, Object>, WebhookAnswer> answers;

    /** A way of verification, and the form in which the server of this route hands over bodies. */
    enum Way {
        TOKEN("token=" + FuzzedReceiver.TOKEN, body -> body),
        HMAC("secret=" + SECRET, ByteArrayInputStream::new),
        BOTH("token=" + FuzzedReceiver.TOKEN + "&secret=" + SECRET, InputStreamCache::new);

        private final String options;
        private final Function<byte[], Object> server;

        Way(String options, Function<byte[], Object> server) {
            this.options = options;
            this.server = server;
        }

        boolean isShownBy(FuzzedRequest request) {
            return (this == HMAC || request.showsToken()) && (this == TOKEN || request.showsSignature());
        }
    }

    FuzzedReceiver() throws Exception {
        probe = new EventProbe(context, inbox);
        context.getRegistry().bind("fuzz", RestConsumerFactory.class, new RestConsumerFactory() {
            @Override
            public Consumer createConsumer(
                    CamelContext context,
                    Processor processor,
                    String verb,
                    String path,
                    String template,
                    String consumes,
                    String produces,
                    RestConfiguration configuration,
                    Map<String, Object> parameters) {
                served.put(path, processor);
                return new DefaultConsumer(context.getEndpoint("direct:" + path), processor);
            }
        });
        context.getRegistry().bind("inbox", inbox);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                for (Way way : Way.values()) {
                    from(uri(way)).process(probe);
                }
            }
        });
        context.start();
        answers = answersBelow500();
    }

    private static String uri(Way way) {
        return "pilotstatus:webhook?httpServer=fuzz&inbox=#inbox&events=*,fromMe&maxPayloadSize=" + LARGEST + "&path=/"
                + way.name() + "&" + way.options;
    }

    /** The answer, which is one of those for requests that are at fault themselves, or OK: to the last header and byte. */
    WebhookAnswer receive(FuzzedRequest request, Way way) throws Exception {
        Exchange http = new DefaultExchange(context);
        request.writeTo(http.getMessage(), way.server.apply(request.body()));
        served.get("/" + way.name()).process(http);
        assertThat(http.getException()).isNull();
        WebhookAnswer answer = answers.get(reply(http));
        assertThat(answer).isNotNull();
        return answer;
    }

    private Map<Map<String, Object>, WebhookAnswer> answersBelow500() {
        Map<Map<String, Object>, WebhookAnswer> below500 = new HashMap<>();
        for (WebhookAnswer answer : WebhookAnswer.values()) {
            Exchange http = new DefaultExchange(context);
            answer.writeTo(http, answer.text());
            if (http.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class) < 500) {
                below500.put(reply(http), answer);
            }
        }
        return below500;
    }

    private static Map<String, Object> reply(Exchange http) {
        Map<String, Object> reply = new HashMap<>(http.getMessage().getHeaders());
        reply.put("body", http.getMessage().getBody());
        return reply;
    }

    /** Lets the inbox and the probe forget what was, so that inputs do not depend on each other. */
    void forget() {
        now = now.plus(REMEMBERED);
        probe.forget();
    }

    EventProbe probe() {
        return probe;
    }

    static byte[] signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.stop();
    }
}
