/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import static java.nio.charset.StandardCharsets.UTF_8;

import br.com.pilotstatus.camel.http.RequestHead;
import br.com.pilotstatus.camel.http.RequestHeads;
import java.security.MessageDigest;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;

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

    /** The challenge of a request that asks for it; null when it is none. */
    String challenge(Exchange http) {
        if (!isExpected()) {
            return null;
        }
        RequestHead head = RequestHeads.of(http);
        String challenge = only(head, CHALLENGE);
        boolean asks = "GET".equals(head.method()) && "subscribe".equals(only(head, MODE));
        return asks && challenge != null && HARMLESS.matcher(challenge).matches() ? challenge : null;
    }

    /** Whether whoever asks knows a verify token. Takes as long for a wrong token as for the right one. */
    boolean isGenuine(Exchange http) {
        String token = only(RequestHeads.of(http), TOKEN);
        byte[] given = token == null || token.isEmpty() ? null : token.getBytes(UTF_8);
        boolean genuine = false;
        for (byte[] valid : tokens) {
            genuine |= given != null && MessageDigest.isEqual(given, valid);
        }
        return genuine;
    }

    private static String only(RequestHead head, String parameter) {
        List<String> values = head.parameters(parameter);
        return values.size() == 1 ? values.get(0) : null;
    }
}
