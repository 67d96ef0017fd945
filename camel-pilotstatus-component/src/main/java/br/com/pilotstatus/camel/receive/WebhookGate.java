/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import br.com.pilotstatus.camel.http.FixedAnswer;
import br.com.pilotstatus.camel.http.RequestGate;
import br.com.pilotstatus.camel.http.RequestHead;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** Stands before the bodies of a webhook's requests: what lacks a token, or is no JSON, costs no more than its head. */
public final class WebhookGate implements RequestGate {

    private final BooleanSupplier open;
    private final WebhookReceiver receiver;
    private final WebhookRequestReader reader;
    private final UnaryOperator<WebhookAnswer> counted;

    /**
     * @param open    whether requests are taken at all
     * @param counted told of each answer that is given here
     */
    public WebhookGate(
            BooleanSupplier open,
            WebhookReceiver receiver,
            WebhookRequestReader reader,
            UnaryOperator<WebhookAnswer> counted) {
        this.open = open;
        this.receiver = receiver;
        this.reader = reader;
        this.counted = counted;
    }

    @Override
    public Optional<FixedAnswer> refusal(RequestHead head) {
        Optional<WebhookAnswer> refusal =
                open.getAsBoolean() ? receiver.refusal(head) : Optional.of(WebhookAnswer.UNAVAILABLE);
        return refusal.map(counted);
    }

    @Override
    public FixedAnswer answer(Trouble trouble) {
        return counted.apply(
                switch (trouble) {
                    case TOO_LARGE -> WebhookAnswer.TOO_LARGE;
                    case TOO_SLOW -> WebhookAnswer.TOO_SLOW;
                    case BROKEN -> WebhookAnswer.FAILED;
                });
    }

    @Override
    public int maxBodySize() {
        return reader.maxPayloadSize();
    }

    @Override
    public Duration bodyTimeout() {
        return reader.bodyTimeout();
    }
}
