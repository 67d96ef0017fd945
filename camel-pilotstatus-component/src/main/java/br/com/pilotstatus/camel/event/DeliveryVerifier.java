/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.event;

/** Decides whether a delivery comes from somebody who knows the secret. Safe for concurrent use. */
@FunctionalInterface
public interface DeliveryVerifier {

    /** Whether the delivery is genuine. Takes as long for a wrong secret as for the right one. */
    boolean isGenuine(Delivery delivery);

    /** A verifier that demands what both demand, and always asks both. */
    default DeliveryVerifier and(DeliveryVerifier other) {
        return delivery -> {
            boolean first = isGenuine(delivery);
            boolean second = other.isGenuine(delivery);
            return first && second;
        };
    }
}
