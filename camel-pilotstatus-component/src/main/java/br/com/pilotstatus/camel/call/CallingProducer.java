/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusTransportException;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;

/**
 * A producer whose endpoint makes calls: the health check of the endpoint knows of it while it is started, and what it throws
 * ends the exchange as a failed call does.
 */
public abstract class CallingProducer extends DefaultAsyncProducer {

    private final String operation;
    private final EndpointCalls calls;
    private final EndpointFailures failures;

    protected CallingProducer(Endpoint endpoint, String operation, EndpointCalls calls, EndpointFailures failures) {
        super(endpoint);
        this.operation = operation;
        this.calls = calls;
        this.failures = failures;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        calls.open(this);
    }

    @Override
    protected void doStop() throws Exception {
        calls.close(this);
        super.doStop();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        boolean over = true;
        try {
            if (!isRunAllowed()) {
                throw PilotStatusTransportException.notSent(
                        ErrorCode.STOPPED, operation, "the producer is stopped", null);
            }
            ResultHeaders.clear(exchange.getMessage());
            over = begin(exchange, callback);
        } catch (Throwable e) {
            fail(exchange, e);
        }
        if (over) {
            callback.done(true);
        }
        return over;
    }

    /** Begins with an exchange. Whether it is over already; if not, the callback is told when it is. */
    protected abstract boolean begin(Exchange exchange, AsyncCallback callback);

    /** Ends an exchange whose call was not accepted now. */
    protected void fail(Exchange exchange, Throwable cause) {
        failures.end(exchange, cause);
    }

    protected final EndpointCalls calls() {
        return calls;
    }
}
