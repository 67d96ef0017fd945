/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.send;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What is sent: one message after the other, each with a text of its own. */
public final class Orders {

    static final String PHONE = "+5511988887777";

    private final AtomicLong number = new AtomicLong();

    /** A message in the API's field names. */
    public Map<String, Object> message() {
        return Map.of("destinationNumber", PHONE, "text", "Your order " + next() + " left the warehouse.");
    }

    /** An order as a shop knows it, to be told by a template. */
    Map<String, Object> order() {
        return Map.of("phone", PHONE, "customer", "Marina", "order", Long.toString(next()));
    }

    private long next() {
        return number.incrementAndGet();
    }
}
