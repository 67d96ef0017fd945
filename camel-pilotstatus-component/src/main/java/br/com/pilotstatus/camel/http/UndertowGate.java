/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.http;

import br.com.pilotstatus.camel.http.RequestGate.Trouble;
import io.undertow.io.Receiver;
import io.undertow.io.Receiver.RequestToLargeException;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.undertow.RestUndertowHttpBinding;
import org.apache.camel.component.undertow.UndertowConsumer;
import org.apache.camel.component.undertow.UndertowEndpoint;
import org.apache.camel.support.DefaultMessage;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/**
 * A consumer of Undertow with its gate: decides and reads on the threads that never wait, and takes one of the few that may
 * only for a request that is there as a whole.
 */
final class UndertowGate extends UndertowConsumer {

    private static final AttachmentKey<RequestHead> HEAD = AttachmentKey.create(RequestHead.class);
    private static final AttachmentKey<byte[]> BODY = AttachmentKey.create(byte[].class);
    /** Until the connection of a sender who was turned away is cut, so that he can read why. */
    private static final int FAREWELL_MILLIS = 500;

    private final RequestGate gate;

    private UndertowGate(UndertowEndpoint endpoint, Processor handler, RequestGate gate) {
        super(endpoint, handler);
        this.gate = gate;
        setRest(true);
        endpoint.setUndertowHttpBinding(new ReadBinding());
    }

    /** @param consumer one of Undertow that is not started, whose place it takes */
    static Consumer insteadOf(Consumer consumer, Processor handler, RequestGate gate) {
        return new UndertowGate((UndertowEndpoint) consumer.getEndpoint(), handler, gate);
    }

    @Override
    public void handleRequest(HttpServerExchange http) throws Exception {
        if (!http.isInIoThread() || !Methods.POST.equals(http.getRequestMethod())) {
            super.handleRequest(http);
            return;
        }
        RequestHead head = head(http);
        Optional<FixedAnswer> refusal = gate.refusal(head);
        if (refusal.isPresent()) {
            answer(http, refusal.get());
            return;
        }
        http.putAttachment(HEAD, head);
        receive(http);
    }

    private void receive(HttpServerExchange http) {
        XnioExecutor.Key timer = http.getIoThread()
                .executeAfter(
                        () -> answer(http, gate.answer(Trouble.TOO_SLOW)),
                        gate.bodyTimeout().toMillis(),
                        TimeUnit.MILLISECONDS);
        Receiver receiver = http.getRequestReceiver();
        receiver.setMaxBufferSize(gate.maxBodySize());
        receiver.receiveFullBytes(
                (read, body) -> {
                    timer.remove();
                    read.putAttachment(BODY, body);
                    read.dispatch(this);
                },
                (read, failure) -> {
                    timer.remove();
                    answer(read, gate.answer(trouble(failure)));
                });
    }

    private static Trouble trouble(IOException failure) {
        return failure instanceof RequestToLargeException ? Trouble.TOO_LARGE : Trouble.BROKEN;
    }

    private static void answer(HttpServerExchange http, FixedAnswer answer) {
        if (http.isResponseStarted()) {
            return;
        }
        http.setStatusCode(answer.status());
        http.setPersistent(false);
        http.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain; charset=utf-8");
        answer.headers().forEach((name, value) -> http.getResponseHeaders().put(HttpString.tryFromString(name), value));
        http.getIoThread()
                .executeAfter(() -> IoUtils.safeClose(http.getConnection()), FAREWELL_MILLIS, TimeUnit.MILLISECONDS);
        http.getResponseSender().send(answer.text());
    }

    private static RequestHead head(HttpServerExchange http) {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (HeaderValues values : http.getRequestHeaders()) {
            values.forEach(value -> headers.add(Map.entry(values.getHeaderName().toString(), value)));
        }
        return new RequestHead(http.getRequestMethod().toString(), headers, http.getQueryString());
    }

    /** Makes a message of what was read, and not of what the request says. */
    private static final class ReadBinding extends RestUndertowHttpBinding {

        @Override
        public Message toCamelMessage(HttpServerExchange http, Exchange exchange) {
            RequestHead known = http.getAttachment(HEAD);
            RequestHeads.keep(exchange, known == null ? head(http) : known);
            Message message = new DefaultMessage(exchange);
            message.setBody(http.getAttachment(BODY));
            return message;
        }
    }
}
