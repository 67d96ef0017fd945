/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.orders.outbox;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** DOWN while a number waits for somebody to mend its key, plan or permission; the details say which and why. */
@Component
public class OutboxHealthIndicator extends AbstractHealthIndicator {

    private final Outbox outbox;

    public OutboxHealthIndicator(Outbox outbox) {
        super("The outbox cannot be asked");
        this.outbox = outbox;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        outbox.pauses()
                .forEach(pause -> health.down()
                        .withDetail(pause.get("sender").toString(), pause.get("since") + ": " + pause.get("reason")));
    }
}
