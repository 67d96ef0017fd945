/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.event;

/** Decides whether a delivery comes from somebody who knows the secret. Safe for concurrent use. */
@FunctionalInterface
public interface DeliveryVerifier {

    /** Whether the delivery is genuine. Takes as long for a wrong secret as for the right one. */
    boolean isGenuine(Delivery delivery);

    /**
     * Whether a delivery can be genuine by what comes before its body, which is empty here. Asked first, so that who lacks
     * what stands there costs no more; must not wait. By default yes, as far as anybody can tell.
     */
    default boolean mayBeGenuine(Delivery head) {
        return true;
    }

    /** What speaks against a delivery that is not genuine, as far as the verifier tells. */
    default Objection objection(Delivery delivery) {
        return Objection.VERIFIER;
    }

    /** A verifier that demands what both demand, and always asks both. */
    default DeliveryVerifier and(DeliveryVerifier other) {
        DeliveryVerifier one = this;
        return new DeliveryVerifier() {
            @Override
            public boolean isGenuine(Delivery delivery) {
                boolean first = one.isGenuine(delivery);
                boolean second = other.isGenuine(delivery);
                return first && second;
            }

            @Override
            public boolean mayBeGenuine(Delivery head) {
                boolean first = one.mayBeGenuine(head);
                boolean second = other.mayBeGenuine(head);
                return first && second;
            }

            @Override
            public Objection objection(Delivery delivery) {
                boolean ofTheFirst = !one.mayBeGenuine(delivery) || !one.isGenuine(delivery);
                return ofTheFirst ? one.objection(delivery) : other.objection(delivery);
            }
        };
    }
}
