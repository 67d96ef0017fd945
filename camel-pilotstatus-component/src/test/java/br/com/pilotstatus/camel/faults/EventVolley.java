/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.hc.client5.http.async.HttpAsyncClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.entity.DiscardingEntityConsumer;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;
import org.apache.hc.core5.http.nio.support.BasicResponseConsumer;

/** So many signed events, each with an id of its own, sent with so many under way at any moment. Measures their answers. */
final class EventVolley {

    private static final int OK = 200;
    private static final long HUNG_SECONDS = 120;

    private record SignedEvent(byte[] body, String signature) {}

    /**
     * What a volley came to.
     *
     * @param perSecond answers per second
     * @param latencies in nanoseconds, the shortest first
     * @param errors    answers that were not 200, and calls without any
     */
    record Result(double perSecond, long[] latencies, int errors) {}

    private final List<SignedEvent> events;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger errors = new AtomicInteger();
    private final AtomicLongArray latencies;
    private final CountDownLatch open;

    /** @param firstId number of the first event; the others count on from there */
    EventVolley(int firstId, int count) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(ReceivingServer.SECRET.getBytes(UTF_8), "HmacSHA256"));
        events = IntStream.range(firstId, firstId + count)
                .mapToObj(EventVolley::body)
                .map(body -> new SignedEvent(body, HexFormat.of().formatHex(mac.doFinal(body))))
                .toList();
        latencies = new AtomicLongArray(count);
        open = new CountDownLatch(count);
    }

    private static byte[] body(int id) {
        return """
                {"event":"message.received","data":{"from":"+5511977770000","to":"+5511888880000",\
                "numberId":"cmq0n1x2y0000v8l2numexmpl","messageId":"3EB0FAKEINBOUND%08d","id":"cmq1xa9p2v8l2in%09d",\
                "type":"text","fromMe":false,"content":"Hello","participantName":"Marina",\
                "createdAt":"2026-08-01T13:10:00.000Z"}}""".formatted(id, id).getBytes(UTF_8);
    }

    /** Sends all to a URL and waits for the last answer. */
    Result send(HttpAsyncClient client, String url, int underWay) throws InterruptedException {
        long begin = System.nanoTime();
        for (int i = 0; i < underWay; i++) {
            sendNext(client, url);
        }
        if (!open.await(HUNG_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(open.getCount() + " calls have no answer");
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        long[] sorted = IntStream.range(0, latencies.length())
                .mapToLong(latencies::get)
                .sorted()
                .toArray();
        return new Result(events.size() / seconds, sorted, errors.get());
    }

    // The callback hears what the future would tell.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void sendNext(HttpAsyncClient client, String url) {
        int index = next.getAndIncrement();
        if (index >= events.size()) {
            return;
        }
        SignedEvent event = events.get(index);
        AsyncRequestProducer request = AsyncRequestBuilder.post(url)
                .setEntity(event.body(), ContentType.APPLICATION_JSON)
                .addHeader("X-Signature", event.signature())
                .build();
        long begin = System.nanoTime();
        client.execute(
                request,
                new BasicResponseConsumer<>(new DiscardingEntityConsumer<>()),
                null,
                HttpClientContext.create(),
                new FutureCallback<Message<HttpResponse, Void>>() {
                    @Override
                    public void completed(Message<HttpResponse, Void> answer) {
                        ended(answer.getHead().getCode() == OK);
                    }

                    @Override
                    public void failed(Exception e) {
                        ended(false);
                    }

                    @Override
                    public void cancelled() {
                        ended(false);
                    }

                    private void ended(boolean success) {
                        latencies.set(index, System.nanoTime() - begin);
                        if (!success) {
                            errors.incrementAndGet();
                        }
                        open.countDown();
                        sendNext(client, url);
                    }
                });
    }
}
