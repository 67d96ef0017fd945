/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.recipes;

import java.util.List;
import java.util.stream.Stream;

/** A state of a message that is delivered to one of two nodes. */
record StatusDelivery(String state, int node) {

    /** Each state overrules those before it. */
    static final List<String> RISING = List.of("SENT", "FAILED", "DELIVERED", "READ");

    /** Every order of every choice of states, each on every node; which one is called the first does not matter. */
    static List<List<StatusDelivery>> everyOrder() {
        return after(List.of()).toList();
    }

    private static Stream<List<StatusDelivery>> after(List<StatusDelivery> begun) {
        List<Integer> nodes = begun.isEmpty() ? List.of(0) : List.of(0, 1);
        return RISING.stream()
                .filter(state ->
                        begun.stream().noneMatch(earlier -> earlier.state().equals(state)))
                .flatMap(state -> nodes.stream().map(node -> new StatusDelivery(state, node)))
                .map(next -> Stream.concat(begun.stream(), Stream.of(next)).toList())
                .flatMap(order -> Stream.concat(Stream.of(order), after(order)));
    }

    /** The state that overrules all others of these. */
    static String highest(List<StatusDelivery> deliveries) {
        return RISING.stream()
                .filter(state -> deliveries.stream()
                        .anyMatch(delivery -> delivery.state().equals(state)))
                .reduce((lower, higher) -> higher)
                .orElseThrow();
    }

    /** The same state on the other node. */
    StatusDelivery elsewhere() {
        return new StatusDelivery(state, 1 - node);
    }
}
