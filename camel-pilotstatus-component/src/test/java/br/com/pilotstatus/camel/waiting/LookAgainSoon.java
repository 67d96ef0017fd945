/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.waiting;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** For every test class: what a test awaits is looked at every few milliseconds, not ten times a second. */
public final class LookAgainSoon implements BeforeAllCallback {

    private static final Duration INTERVAL = Duration.ofMillis(5);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultPollInterval(INTERVAL);
    }
}
