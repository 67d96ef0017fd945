/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;

/**
 * Accepts a delivery that carries one of the tokens, as query parameter {@value #PARAMETER} or as header
 * {@value #HEADER}. Compares in constant time and with every token.
 */
public final class TokenVerifier implements DeliveryVerifier {

    public static final String PARAMETER = "token";
    public static final String HEADER = "X-Webhook-Token";

    private final List<byte[]> tokens;

    /** @param tokens the tokens that are valid, at least one, none empty */
    public TokenVerifier(List<String> tokens) {
        if (tokens.isEmpty() || tokens.contains("")) {
            throw new IllegalArgumentException("a token must not be empty");
        }
        this.tokens = tokens.stream().map(token -> token.getBytes(UTF_8)).toList();
    }

    @Override
    public boolean isGenuine(Delivery delivery) {
        List<byte[]> given = Stream.concat(delivery.parameters(PARAMETER).stream(), delivery.headers(HEADER).stream())
                .map(value -> value.getBytes(UTF_8))
                .toList();
        boolean genuine = false;
        for (byte[] candidate : given) {
            for (byte[] token : tokens) {
                genuine |= MessageDigest.isEqual(candidate, token);
            }
        }
        return genuine;
    }

    /** The same, since nothing of it stands in the body. */
    @Override
    public boolean mayBeGenuine(Delivery head) {
        return isGenuine(head);
    }

    @Override
    public Objection objection(Delivery delivery) {
        boolean none = delivery.parameters(PARAMETER).isEmpty()
                && delivery.headers(HEADER).isEmpty();
        return none ? Objection.NO_TOKEN : Objection.WRONG_TOKEN;
    }
}
