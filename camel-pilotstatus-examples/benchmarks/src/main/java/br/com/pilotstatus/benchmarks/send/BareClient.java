/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.send;

import br.com.pilotstatus.benchmarks.load.AsyncCall;
import br.com.pilotstatus.benchmarks.load.AsyncLoad;
import br.com.pilotstatus.benchmarks.load.Load;
import br.com.pilotstatus.benchmarks.process.Caller;
import br.com.pilotstatus.benchmarks.process.Surroundings;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.hc.client5.http.impl.async.MinimalHttpAsyncClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityConsumer;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;
import org.apache.hc.core5.http.nio.support.BasicResponseConsumer;

/** HttpClient 5 by itself, asynchronously: JSON is written and read, and nothing else is done. */
public final class BareClient implements Caller {

    private final ObjectMapper json = new ObjectMapper();
    private final Orders orders = new Orders();
    private MinimalHttpAsyncClient client;
    private String url;

    @Override
    public Load start(Surroundings surroundings) {
        client = HttpClients.minimal(surroundings.underWay());
        client.start();
        url = surroundings.apiUrl() + "/messages/send";
        return new AsyncLoad(surroundings.underWay(), this::send);
    }

    // What becomes of it is told to the callback.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void send(AsyncCall.Ended ended) {
        client.execute(
                request(),
                new BasicResponseConsumer<>(new BasicAsyncEntityConsumer()),
                null,
                HttpClientContext.create(),
                new FutureCallback<Message<HttpResponse, byte[]>>() {
                    @Override
                    public void completed(Message<HttpResponse, byte[]> answer) {
                        ended.ended(accepted(answer));
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
        try {
            return AsyncRequestBuilder.post(url)
                    .setEntity(json.writeValueAsBytes(orders.message()), ContentType.APPLICATION_JSON)
                    .addHeader("x-api-key", Surroundings.API_KEY)
                    .build();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean accepted(Message<HttpResponse, byte[]> answer) {
        try {
            return answer.getHead().getCode() == HttpStatus.SC_ACCEPTED
                    && json.readValue(answer.getBody(), Map.class).containsKey("id");
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
