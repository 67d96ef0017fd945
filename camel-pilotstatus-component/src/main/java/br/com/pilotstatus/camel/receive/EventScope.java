/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import br.com.pilotstatus.camel.store.ClaimStore;
import br.com.pilotstatus.camel.store.ClaimStore.Claim;
import br.com.pilotstatus.camel.store.ClaimStore.Status;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiConsumer;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What the keys of a webhook's events begin with, so that of subscriptions that share an inbox none swallows the events of
 * another: the path, and a fingerprint of the token or secret, without which nobody can put anything under such a key. The
 * inbox keeps the fingerprint that was there first for those that are valid beside it, so that it survives their rotation.
 */
final class EventScope {

    /** How long keys are recognized that hold the path alone, as they were written before. */
    static final Duration OLD_KEYS = Duration.ofDays(2);

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int FINGERPRINT_BITS = 64;
    // So many that trying out tokens is slow, and once at a start is not.
    private static final int ROUNDS = 20_000;

    private final ClaimStore inbox;
    private final InstantSource clock;
    private final BiConsumer<String, Throwable> report;
    /** The path, or the name of the subscription. */
    private final String place;
    /** What tells subscriptions of that place apart, at least one; any of them is enough to know it again. */
    private final List<String> marks;

    private volatile Found found;

    private record Found(String value, Instant since) {}

    /**
     * @param report      told of what the inbox could not do and nobody waits for
     * @param name        of the subscription; null to tell it by the path
     * @param credentials the tokens or secrets that are valid; empty when others decide, so that the server tells
     */
    EventScope(
            ClaimStore inbox,
            InstantSource clock,
            BiConsumer<String, Throwable> report,
            String name,
            String path,
            String server,
            List<String> credentials) {
        this.inbox = inbox;
        this.clock = clock;
        this.report = report;
        this.place = name == null ? path : "webhook|" + name;
        if (name != null) {
            marks = List.of("name");
        } else if (credentials.isEmpty()) {
            marks = List.of("server-" + server);
        } else {
            marks = credentials.stream()
                    .distinct()
                    .map(credential -> fingerprint(path, credential))
                    .toList();
        }
    }

    /**
     * What the keys begin with.
     *
     * @throws RuntimeException when the inbox cannot tell just now
     */
    String value() {
        return found().value;
    }

    /** Whether keys that hold the path alone may still be those of events that come again. */
    boolean knowsOldKeys() {
        return clock.instant().isBefore(found().since.plus(OLD_KEYS));
    }

    private Found found() {
        Found known = found;
        if (known == null) {
            known = find();
            found = known;
        }
        return known;
    }

    private synchronized Found find() {
        List<String> unknown = new ArrayList<>();
        Found first = null;
        try {
            for (String mark : marks) {
                Claim claim = inbox.claim(key(mark), "", LEASE);
                if (claim.status() == Status.CLAIMED) {
                    unknown.add(mark);
                } else if (claim.status() == Status.BUSY) {
                    throw new IllegalStateException("Another node is about to name the scope of this webhook");
                } else if (first == null) {
                    first = read(claim.result());
                }
            }
        } catch (RuntimeException e) {
            unknown.forEach(mark -> inbox.release(key(mark)));
            throw e;
        }
        Found agreed = first == null ? new Found(marks.get(0), clock.instant()) : first;
        unknown.forEach(mark -> keep(mark, agreed));
        return new Found(place + "|" + agreed.value, agreed.since);
    }

    private void keep(String mark, Found agreed) {
        try {
            inbox.done(key(mark), agreed.value + " " + agreed.since.getEpochSecond());
        } catch (RuntimeException e) {
            // Known here all the same, and named alike by whoever asks after the claim has ended.
            report.accept(
                    "The inbox could not record what its keys begin with; it is tried again at the next start", e);
        }
    }

    private String key(String mark) {
        return place + "|scope|" + mark;
    }

    private static Found read(String result) {
        String[] parts = result.split(" ", 2);
        return new Found(parts[0], Instant.ofEpochSecond(Long.parseLong(parts[1])));
    }

    private static String fingerprint(String path, String credential) {
        try {
            PBEKeySpec spec = new PBEKeySpec(
                    credential.toCharArray(), path.getBytes(StandardCharsets.UTF_8), ROUNDS, FINGERPRINT_BITS);
            return HexFormat.of()
                    .formatHex(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(spec)
                            .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no PBKDF2", e);
        }
    }
}
