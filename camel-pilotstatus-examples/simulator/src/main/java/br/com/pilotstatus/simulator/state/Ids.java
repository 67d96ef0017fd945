/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives out ids that depend on the seed and on the order of calls alone, so that every machine sees the same ones.
 * An id is never given twice by one instance.
 */
public final class Ids {

    private static final int DIGITS = 12;

    private final String seed;
    private final String prefix;
    private final AtomicLong counter = new AtomicLong();

    public Ids(String seed) {
        this.seed = seed;
        this.prefix = "cm" + hash("ids").substring(0, 11);
    }

    /** The id that belongs to a fixed name, such as that of a default number. */
    public String fixed(String name) {
        return "cm" + hash(name).substring(0, 23);
    }

    /** A raw API key for a fixed name, with the prefix of the API. */
    public String key(String name) {
        return "ps_" + hash("key:" + name).substring(0, 40);
    }

    /** A secret that was never given out before. */
    public String secret() {
        return hash("secret:" + next());
    }

    /** The next id in the shape of the API's own: 25 lower-case letters and digits. */
    public String next() {
        String digits = Long.toString(counter.incrementAndGet(), 36);
        return prefix + "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
    }

    /** The next id of a group, in the shape of WhatsApp's own. */
    public String nextGroupId() {
        return String.format(Locale.ROOT, "12036300%010d@g.us", counter.incrementAndGet());
    }

    /** A UUID that belongs to the id. */
    public String correlationId(String id) {
        return UUID.nameUUIDFromBytes((seed + '|' + id).getBytes(StandardCharsets.US_ASCII))
                .toString();
    }

    /** The id WhatsApp would give the message: {@code wamid.} on Meta numbers, hexadecimal on the others. */
    public String whatsappId(String id, Provider provider) {
        return provider == Provider.META
                ? "wamid.HBgN" + id.toUpperCase(Locale.ROOT)
                : "3EB0" + id.substring(id.length() - 16).toUpperCase(Locale.ROOT);
    }

    private String hash(String name) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest((seed + '|' + name).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
