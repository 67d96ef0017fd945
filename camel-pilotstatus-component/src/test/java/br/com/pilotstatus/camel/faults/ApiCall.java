/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.faults;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import java.util.function.ToLongFunction;

/** One call of each kind, and how often the service has done it by its own books. */
enum ApiCall {
    SEND(
            "sendMessage",
            "send?to=+5511988887777",
            simulator -> simulator.ledger().count()),
    READ("listTemplates", "templates-list", simulator -> 0),
    CHANGE(
            "createWebhook",
            "webhooks-create?param.url=http://127.0.0.1:9/hook",
            simulator -> simulator.webhooks().list().size());

    private final String operationId;
    private final String address;
    private final ToLongFunction<PilotStatusSimulator> books;

    ApiCall(String operationId, String address, ToLongFunction<PilotStatusSimulator> books) {
        this.operationId = operationId;
        this.address = address;
        this.books = books;
    }

    /** Its name in the API's document, by which the simulator's faults find it. */
    String operationId() {
        return operationId;
    }

    String uri(String component) {
        return component + ':' + address;
    }

    Object body() {
        return this == SEND ? "Hi" : null;
    }

    boolean reads() {
        return this == READ;
    }

    /** How often it took effect. Reading has none. */
    long done(PilotStatusSimulator simulator) {
        return books.applyAsLong(simulator);
    }
}
