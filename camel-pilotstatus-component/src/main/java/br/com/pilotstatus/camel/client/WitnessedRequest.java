/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;

/**
 * A request, and the witness of whether any of its body left. HttpClient asks for data only once a connection stands and the
 * head is written, and a service cannot accept a request whose announced body never came.
 */
final class WitnessedRequest extends BasicRequestProducer {

    private enum State {
        WAITING,
        ASKED,
        WITHDRAWN
    }

    private final boolean witness;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    /** @param body JSON; null for none, and then there is no witness */
    WitnessedRequest(HttpRequest head, byte[] body) {
        super(head, body == null ? null : new BasicAsyncEntityProducer(body, ContentType.APPLICATION_JSON));
        this.witness = body != null;
    }

    boolean hasWitness() {
        return witness;
    }

    /** Forbids sending the body from now on; false when it has begun already. */
    boolean withdraw() {
        return state.compareAndSet(State.WAITING, State.WITHDRAWN) || state.get() == State.WITHDRAWN;
    }

    @Override
    public void produce(DataStreamChannel channel) throws IOException {
        if (!state.compareAndSet(State.WAITING, State.ASKED) && state.get() == State.WITHDRAWN) {
            throw new IOException("Given up before it was sent");
        }
        super.produce(channel);
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public void failed(Exception cause) {
        withdraw();
        super.failed(cause);
    }
}
