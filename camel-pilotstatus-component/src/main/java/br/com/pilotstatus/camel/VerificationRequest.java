/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * The request by which Meta asks, before it sends any event, whether the receiver knows the verify token: a GET whose
 * challenge is to be given back. Only a challenge that is harmless in an answer is one.
 */
final class VerificationRequest {

    private static final String MODE = "hub.mode";
    private static final String TOKEN = "hub.verify_token";
    private static final String CHALLENGE = "hub.challenge";
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_.-]{1,256}");

    private final List<byte[]> tokens;

    /** @param tokens the verify tokens that are valid; none when nobody is to be answered */
    VerificationRequest(List<String> tokens) {
        this.tokens = tokens.stream().map(token -> token.getBytes(UTF_8)).toList();
    }

    /** Whether there is a verify token at all, so that the path takes such requests. */
    boolean isExpected() {
        return !tokens.isEmpty();
    }

    /** The challenge of a message that is such a request; null when it is none. */
    String challenge(Message request) {
        boolean asks = isExpected()
                && "GET".equals(request.getHeader(Exchange.HTTP_METHOD))
                && "subscribe".equals(request.getHeader(MODE));
        return asks
                        && request.getHeader(CHALLENGE) instanceof String challenge
                        && HARMLESS.matcher(challenge).matches()
                ? challenge
                : null;
    }

    /** Whether whoever asks knows a verify token. Takes as long for a wrong token as for the right one. */
    boolean isGenuine(Message request) {
        byte[] given =
                request.getHeader(TOKEN) instanceof String token && !token.isEmpty() ? token.getBytes(UTF_8) : null;
        boolean genuine = false;
        for (byte[] token : tokens) {
            genuine |= given != null && MessageDigest.isEqual(given, token);
        }
        return genuine;
    }
}
