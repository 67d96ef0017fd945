/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.orders.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the outbox is emptied.
 *
 * @param batch    how many messages a node takes at a time
 * @param lease    after how long a message that a node took is due again; longer than a send may take
 * @param pause    how long a number waits before it is tried again after 401, 402 or 403
 * @param askAgain how long a message in doubt waits before the journal is asked again
 * @param maxWait  how long a message that was refused for now waits at most
 */
@ConfigurationProperties("outbox")
public record OutboxProperties(
        @DefaultValue("50") int batch,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("1m") Duration pause,
        @DefaultValue("1m") Duration askAgain,
        @DefaultValue("5m") Duration maxWait) {}
