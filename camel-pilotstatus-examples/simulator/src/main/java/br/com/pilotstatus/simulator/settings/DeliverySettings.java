/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.settings;

import java.time.Duration;
import java.util.Map;

/**
 * How events are sent to webhooks. The public documentation says only that deliveries are retried.
 *
 * @param secret key of the HMAC-SHA256 signature of the body; null (default) sends no signature
 * @param signatureHeader header that carries the signature, default {@code x-pilot-status-signature}
 * @param signaturePrefix text before the hexadecimal signature, such as {@code sha256=}; default empty
 * @param maxAttempts tries in all, 1 to 100, default 10
 * @param firstRetryMillis wait before the second try, default 1000
 * @param retryFactor what each further wait is multiplied with, 1 to 10, default 2
 * @param timeoutMillis how long one try may take, default 10000
 * @param allowRemoteTargets true lets webhooks leave this machine, which then takes https; default false
 */
public record DeliverySettings(
        String secret,
        String signatureHeader,
        String signaturePrefix,
        int maxAttempts,
        long firstRetryMillis,
        double retryFactor,
        long timeoutMillis,
        boolean allowRemoteTargets) {

    public DeliverySettings {
        if (maxAttempts < 1 || maxAttempts > 100) {
            throw new IllegalArgumentException("maxAttempts must be from 1 to 100");
        }
        if (firstRetryMillis < 0 || retryFactor < 1 || retryFactor > 10 || timeoutMillis < 1) {
            throw new IllegalArgumentException(
                    "firstRetryMillis must not be negative, retryFactor from 1 to 10, timeoutMillis positive");
        }
        if (signatureHeader == null || signatureHeader.isBlank() || signaturePrefix == null) {
            throw new IllegalArgumentException("signatureHeader must not be blank, signaturePrefix not null");
        }
        if (secret != null && secret.isEmpty()) {
            throw new IllegalArgumentException("secret must not be empty; null switches the signature off");
        }
    }

    static DeliverySettings defaults() {
        return new DeliverySettings(null, "x-pilot-status-signature", "", 10, 1_000, 2, 10_000, false);
    }

    /** The HMAC key; null sends no signature. */
    public DeliverySettings withSecret(String value) {
        return RecordCopy.with(this, "secret", value);
    }

    public DeliverySettings withSignature(String header, String prefix) {
        return RecordCopy.with(RecordCopy.with(this, "signatureHeader", header), "signaturePrefix", prefix);
    }

    public DeliverySettings withRetries(int attempts, Duration first, double factor) {
        return RecordCopy.with(
                this, Map.of("maxAttempts", attempts, "firstRetryMillis", first.toMillis(), "retryFactor", factor));
    }

    public DeliverySettings withTimeout(Duration value) {
        return RecordCopy.with(this, "timeoutMillis", value.toMillis());
    }

    public DeliverySettings withAllowRemoteTargets(boolean value) {
        return RecordCopy.with(this, "allowRemoteTargets", value);
    }

    @Override
    public String toString() {
        return "DeliverySettings[secret=" + (secret == null ? "none" : "set") + ", signatureHeader=" + signatureHeader
                + ", maxAttempts=" + maxAttempts + ", timeoutMillis=" + timeoutMillis + ']';
    }
}
