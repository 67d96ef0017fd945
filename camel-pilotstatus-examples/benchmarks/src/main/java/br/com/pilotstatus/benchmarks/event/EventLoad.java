/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import br.com.pilotstatus.benchmarks.load.AsyncCall;
import br.com.pilotstatus.benchmarks.load.AsyncLoad;
import br.com.pilotstatus.benchmarks.load.Load;
import br.com.pilotstatus.benchmarks.load.Round;
import br.com.pilotstatus.benchmarks.load.SteadyLoad;
import br.com.pilotstatus.benchmarks.send.HttpClients;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import org.apache.hc.client5.http.impl.async.MinimalHttpAsyncClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.entity.DiscardingEntityConsumer;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;
import org.apache.hc.core5.http.nio.support.BasicResponseConsumer;

/**
 * Posts events, each of a new message, with token and signature. All receivers get the same, but for the ids, so that what
 * the sender costs is the same for all.
 */
public final class EventLoad implements Load {

    /** What comes before the number in the id of a message. */
    public static final String ID_PREFIX = "cmq1x7d3k0001v8";
    /** No number is smaller. */
    public static final long FIRST = 1_000_000_000L;
    /** More than a pause of a second leaves under way. */
    private static final int MOST_CONNECTIONS = 2000;

    private static final ThreadLocal<Mac> MACS = ThreadLocal.withInitial(Credentials::mac);
    private static final AtomicLong MESSAGES = new AtomicLong(FIRST);

    private final MinimalHttpAsyncClient client;
    private final String url;
    private final LongSupplier numbers;
    private final Load load;

    /** So many events under way at any moment. */
    public EventLoad(String url, int underWay) {
        this(url, underWay, MESSAGES::incrementAndGet, call -> new AsyncLoad(underWay, call));
    }

    private EventLoad(String url, int connections, LongSupplier numbers, Function<AsyncCall, Load> load) {
        this.url = url + "?token=" + Credentials.TOKEN;
        this.numbers = numbers;
        this.load = load.apply(this::post);
        client = HttpClients.minimal(connections);
        client.start();
    }

    /**
     * So many events a second, whether those before were answered or not.
     *
     * @param numbers tell the messages apart
     */
    public static EventLoad steady(String url, int perSecond, LongSupplier numbers) {
        return new EventLoad(url, MOST_CONNECTIONS, numbers, call -> new SteadyLoad(perSecond, call));
    }

    @Override
    public Round play(Duration time) throws InterruptedException {
        return load.play(time);
    }

    // What becomes of it is told to the callback.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void post(AsyncCall.Ended ended) {
        client.execute(
                request(),
                new BasicResponseConsumer<>(new DiscardingEntityConsumer<>()),
                null,
                HttpClientContext.create(),
                new FutureCallback<Message<HttpResponse, Void>>() {
                    @Override
                    public void completed(Message<HttpResponse, Void> answer) {
                        ended.ended(answer.getHead().getCode() == HttpStatus.SC_OK);
                    }

                    @Override
                    public void failed(Exception e) {
                        ended.ended(false);
                    }

                    @Override
                    public void cancelled() {
                        ended.ended(false);
                    }
                });
    }

    private AsyncRequestProducer request() {
        byte[] body = body(numbers.getAsLong());
        return AsyncRequestBuilder.post(url)
                .setEntity(body, ContentType.APPLICATION_JSON)
                .addHeader(
                        Credentials.SIGNATURE_HEADER,
                        HexFormat.of().formatHex(MACS.get().doFinal(body)))
                .build();
    }

    private static byte[] body(long message) {
        return ("{\"event\":\"message.sent\",\"data\":{\"id\":\"" + ID_PREFIX + message
                        + "\",\"messageId\":\"wamid.HBgNNTUxMTk3Nzc3MDAwMBUCABEYEjAwRkFL" + message
                        + "\",\"correlationId\":\"5d0b1a52-7a35-4f0c-9a0e-2f6f0a9be001\""
                        + ",\"numberId\":\"cmq0n1x2y0000v8l2numexmpl\",\"from\":\"+5511888880000\",\"to\":\"+5511977770000\""
                        + ",\"type\":\"text\",\"fromMe\":true,\"content\":\"Your order left the warehouse.\""
                        + ",\"status\":\"SENT\",\"createdAt\":\"2026-08-01T12:00:05.000Z\"}}")
                .getBytes(UTF_8);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
