/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.orders.order;

import java.util.List;

/**
 * An order and what its customer has heard of it.
 *
 * @param replies what the customer answered to those messages
 */
public record OrderView(long id, String reference, List<Notice> notices, List<String> replies) {

    /**
     * A message about it.
     *
     * @param state     of the outbox: PENDING, SENDING, ACCEPTED, IN_DOUBT, REFUSED
     * @param messageId at Pilot Status; null until it is accepted
     * @param status    how far it came: SENT, DELIVERED, READ, FAILED; null until the first event
     * @param reason    why it waits or failed; null otherwise
     */
    public record Notice(String template, String state, String messageId, String status, String reason) {}
}
