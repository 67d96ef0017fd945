/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.event;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class VerifierTest {

    private static final Delivery DELIVERY =
            new Delivery(Map.of(), Map.of("token", List.of("right")), new byte[] {1, 2});

    @Test
    void theSignatureIsThatOfTheStandard() {
        // Test case 2 of RFC 4231.
        Delivery delivery = new Delivery(
                Map.of("X-Signature", List.of("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")),
                Map.of(),
                "what do ya want for nothing?".getBytes(US_ASCII));

        assertThat(new HmacVerifier(List.of("Jefe"), List.of("x-signature")).isGenuine(delivery))
                .isTrue();
    }

    @Test
    void bothVerifiersAreAskedEvenWhenTheFirstRefuses() {
        AtomicInteger asked = new AtomicInteger();
        DeliveryVerifier refusing = delivery -> asked.incrementAndGet() < 0;

        assertThat(refusing.and(refusing).isGenuine(DELIVERY)).isFalse();
        assertThat(asked).hasValue(2);
    }

    @Test
    void bothVerifiersMustAgree() {
        DeliveryVerifier token = new TokenVerifier(List.of("right"));

        assertThat(token.and(delivery -> false).isGenuine(DELIVERY)).isFalse();
        assertThat(token.and(delivery -> true).isGenuine(DELIVERY)).isTrue();
    }

    @Test
    void noTokenIsRefused() {
        assertThatThrownBy(() -> new TokenVerifier(List.of())).hasMessage("a token must not be empty");
    }

    @Test
    void anEmptySecretIsRefused() {
        assertThatThrownBy(() -> new HmacVerifier(List.of(""), List.of("x-signature")))
                .hasMessage("a secret must not be empty");
    }

    @Test
    void aDeliveryPrintsNothing() {
        assertThat(DELIVERY).hasToString("Delivery[xxxxxx]");
    }

    @Test
    void theBytesOfADeliveryCannotBeChanged() {
        DELIVERY.body()[0] = 9;

        assertThat(DELIVERY.body()).containsExactly(1, 2);
    }
}
