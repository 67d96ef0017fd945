/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

/**
 * An accepted message and how far it has come.
 *
 * @param id the id of the 202 answer
 * @param correlationId the correlation id of the 202 answer
 * @param numberId the sending number
 * @param order what was asked for
 * @param progress how far it has come
 */
public record SimulatedMessage(String id, String correlationId, String numberId, SendOrder order, Progress progress) {

    public MessageStatus status() {
        return progress.status();
    }

    public SimulatedMessage with(Progress newProgress) {
        return new SimulatedMessage(id, correlationId, numberId, order, newProgress);
    }
}
