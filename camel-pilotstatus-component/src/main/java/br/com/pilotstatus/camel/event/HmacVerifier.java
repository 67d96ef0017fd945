/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Accepts a delivery whose signature header holds the HMAC-SHA256 of the raw body under one of the secrets: hex or
 * Base64, with or without <code>sha256=</code> in front. Of several headers the first one present counts. Compares the
 * decoded bytes in constant time and with every secret.
 */
public final class HmacVerifier implements DeliveryVerifier {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "sha256=";
    private static final int HASH_LENGTH = 32;
    private static final int HEX_LENGTH = 2 * HASH_LENGTH;
    private static final byte[] UNREADABLE = {};

    private final List<SecretKeySpec> keys;
    private final List<String> headers;

    /**
     * @param secrets the secrets that are valid, at least one, none empty
     * @param headers names of the headers to look for the signature in, at least one
     */
    public HmacVerifier(List<String> secrets, List<String> headers) {
        if (secrets.isEmpty() || secrets.contains("")) {
            throw new IllegalArgumentException("a secret must not be empty");
        }
        if (headers.isEmpty()) {
            throw new IllegalArgumentException("a signature header must be named");
        }
        this.keys = secrets.stream()
                .map(secret -> new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM))
                .toList();
        this.headers = List.copyOf(headers);
    }

    @Override
    public boolean isGenuine(Delivery delivery) {
        List<byte[]> signatures =
                signatures(delivery).stream().map(HmacVerifier::decode).toList();
        byte[] body = delivery.body();
        boolean genuine = false;
        for (SecretKeySpec key : keys) {
            byte[] expected = hmac(key, body);
            for (byte[] signature : signatures) {
                genuine |= MessageDigest.isEqual(signature, expected);
            }
        }
        return genuine;
    }

    /** Whether there is a signature that can be read. */
    @Override
    public boolean mayBeGenuine(Delivery head) {
        return signatures(head).stream().map(HmacVerifier::decode).anyMatch(bytes -> bytes.length == HASH_LENGTH);
    }

    @Override
    public Objection objection(Delivery delivery) {
        if (signatures(delivery).isEmpty()) {
            return Objection.NO_SIGNATURE;
        }
        return mayBeGenuine(delivery) ? Objection.WRONG_SIGNATURE : Objection.UNREADABLE_SIGNATURE;
    }

    private List<String> signatures(Delivery delivery) {
        return headers.stream()
                .map(delivery::headers)
                .filter(values -> !values.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static byte[] decode(String signature) {
        String text = signature.strip();
        if (text.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
            text = text.substring(PREFIX.length());
        }
        try {
            return text.length() == HEX_LENGTH
                    ? HexFormat.of().parseHex(text)
                    : Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return UNREADABLE;
        }
    }

    private static byte[] hmac(SecretKeySpec key, byte[] body) {
        try {
            // A Mac keeps state, so each delivery gets its own.
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no " + ALGORITHM, e);
        }
    }
}
