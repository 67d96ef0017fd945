/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.atomic.AtomicInteger;

/** An event with an id of its own, and a text that tells the route what to do with it. */
record Event(String name, String id, String text) {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    static Event saying(String text) {
        return named("message.received", text);
    }

    static Event any() {
        return saying("Hello");
    }

    /** So large that its JSON takes that many bytes. */
    static Event ofSize(int bytes) {
        Event small = any();
        return new Event(small.name, small.id, "x".repeat(bytes - small.json().length() + small.text.length()));
    }

    private static Event named(String name, String text) {
        return new Event(name, "event" + NUMBERS.incrementAndGet(), text);
    }

    /** Another event of the same message. */
    Event as(String otherName) {
        return new Event(otherName, id, text);
    }

    String json() {
        return """
                {"event":"%s","data":{"id":"%s","from":"+5511977770000","to":"+5511888880000","type":"text",\
                "fromMe":false,"content":"%s"}}""".formatted(name, id, text);
    }

    byte[] bytes() {
        return json().getBytes(UTF_8);
    }
}
