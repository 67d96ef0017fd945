/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.orders.outbox;

/** The numbers of the company. Each is a component of its own in Camel, with its own key, client, webhook and metrics. */
public enum Sender {
    /** Confirms orders. */
    ORDERS("pilotstatus"),
    /** Tells of parcels. */
    LOGISTICS("logistics");

    private final String component;

    Sender(String component) {
        this.component = component;
    }

    /** What addresses of routes begin with, and the properties <code>camel.component.&lt;name&gt;</code>. */
    public String component() {
        return component;
    }
}
