/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.orders.outbox;

import java.util.Map;

/**
 * A message that this node has taken in order to send it.
 *
 * @param key       names it for the journal, so that it goes out once
 * @param variables of the template
 * @param attempts  how often it was taken, this time included. Who is told of an earlier time comes too late
 */
public record OutboxRow(
        long id,
        String key,
        Sender sender,
        String template,
        String phone,
        Map<String, Object> variables,
        int attempts) {}
