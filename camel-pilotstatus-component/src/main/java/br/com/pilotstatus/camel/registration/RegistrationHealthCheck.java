/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.registration;

import br.com.pilotstatus.camel.error.PilotStatusException;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Down while the webhook of a consumer is not registered, since no events come then. Asks nobody. */
public final class RegistrationHealthCheck extends AbstractHealthCheck {

    private final WebhookRegistration registration;

    public RegistrationHealthCheck(String routeId, WebhookRegistration registration) {
        super("camel", "consumer:" + routeId);
        this.registration = registration;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        if (registration.webhookId() != null) {
            builder.up();
            return;
        }
        builder.down();
        RuntimeException trouble = registration.trouble();
        builder.message("The webhook is not registered at Pilot Status yet"
                + (trouble == null ? "" : ": " + trouble.getMessage()));
        if (trouble instanceof PilotStatusException failure) {
            if (failure.getStatusCode() != null) {
                builder.detail(HTTP_RESPONSE_CODE, failure.getStatusCode());
            }
            if (failure.getErrorCode() != null) {
                builder.detail(SERVICE_ERROR_CODE, failure.getErrorCode());
            }
        }
    }
}
