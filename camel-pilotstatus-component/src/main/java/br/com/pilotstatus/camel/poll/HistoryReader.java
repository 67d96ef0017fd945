/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.poll;

import br.com.pilotstatus.camel.api.Answers;
import br.com.pilotstatus.camel.api.ApiRequest;
import br.com.pilotstatus.camel.api.Operation;
import br.com.pilotstatus.camel.api.RequestFactory;
import br.com.pilotstatus.camel.call.EndpointCalls;
import br.com.pilotstatus.camel.call.PageIterator;
import br.com.pilotstatus.camel.call.PageSequence;
import br.com.pilotstatus.camel.call.ReadingTime;
import br.com.pilotstatus.camel.model.HistoryMessage;
import br.com.pilotstatus.camel.model.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Reads the message history of a number from a point in time on. What would be too much for memory comes in slices of
 * time, the oldest first. Messages that arrive while pages are read push others to later pages, where they are found
 * once more; and pages that show fewer messages than the service counts are read again, since those of equal times may have
 * changed places between two pages. So none is missed unnoticed, and each comes once.
 */
public final class HistoryReader {

    /** What the service keeps is about a month. */
    public static final Duration KEPT = Duration.ofDays(31);

    /** How many messages are held in memory at once. */
    public static final int MOST = 10_000;

    /** How many of them may be of a span of time that is not divided any more. */
    private static final int MOST_AT_ONCE = 2 * MOST;

    private static final Operation HISTORY = Operation.MESSAGES_HISTORY;
    private static final int PAGE_SIZE = 100;
    private static final int MAX_READINGS_IN_VAIN = 3;
    private static final String RELAY_ONLY = "PII_RELAY_ONLY";

    /** After slices that take no longer, larger ones are tried again. */
    private static final Duration SHORT = ReadingTime.LONGEST.dividedBy(4);

    // Whether the service includes the bounds it is given, and how fine it compares, is not documented.
    private static final Duration MARGIN = Duration.ofSeconds(1);

    /**
     * Messages of a span of time.
     *
     * @param messages in the order of the service, turned round: the oldest first
     * @param end      where the next slice begins; null when this is the last one
     * @param whole    whether they are as many as the service counts
     */
    public record Slice(List<HistoryMessage> messages, Instant end, boolean whole) {}

    private final EndpointCalls client;
    private final RequestFactory requests;
    private final String numberId;
    private final int most;
    private final LongSupplier nanoTime;
    private int atOnce;
    private ReadingTime time;

    /**
     * @param numberId number to act for, or null for the number of the key
     * @param most     how many messages a slice may have
     * @param nanoTime by which it measures how long the service takes
     */
    public HistoryReader(
            EndpointCalls client, RequestFactory requests, String numberId, int most, LongSupplier nanoTime) {
        this.client = client;
        this.requests = requests;
        this.numberId = numberId;
        this.most = most;
        this.nanoTime = nanoTime;
        this.atOnce = most;
    }

    /**
     * The slice that begins at a point in time; it may hold messages of the second before, too. One that the service
     * does not give within {@link ReadingTime#LONGEST} fails, and is smaller when it is read again.
     */
    public Slice read(Instant from, Instant now) {
        time = new ReadingTime(nanoTime);
        try {
            return find(from, now);
        } finally {
            if (time.isOver()) {
                atOnce = Math.min(most, Math.max(PAGE_SIZE, atOnce / 2));
            } else if (time.spent().compareTo(SHORT) < 0) {
                atOnce = Math.min(most, 2 * atOnce);
            }
        }
    }

    private Slice find(Instant from, Instant now) {
        Instant end = null;
        Optional<Slice> slice = slice(from, null, atOnce);
        while (slice.isEmpty()) {
            Duration span = Duration.between(from, end == null ? now : end);
            if (span.compareTo(MARGIN.multipliedBy(2)) > 0) {
                end = from.plus(span.dividedBy(2));
                slice = slice(from, end, atOnce);
            } else {
                slice = slice(from, end, MOST_AT_ONCE);
                if (slice.isEmpty()) {
                    throw Answers.endless(
                            HISTORY, "more than " + MOST_AT_ONCE + " messages of " + span.toSeconds() + " s");
                }
            }
        }
        return slice.get();
    }

    /** Empty when there are more than the given number. */
    private Optional<Slice> slice(Instant from, Instant end, int limit) {
        Map<Object, HistoryMessage> all = new LinkedHashMap<>();
        boolean whole = false;
        int inVain = 0;
        while (!whole && inVain < MAX_READINGS_IN_VAIN) {
            int before = all.size();
            Page<?> first = page(from, end, 1);
            if (first.total() != null && first.total() > limit) {
                return Optional.empty();
            }
            PageSequence sequence = new PageSequence(HISTORY, 1);
            PageIterator pages =
                    new PageIterator(first, sequence, Integer.MAX_VALUE, number -> page(from, end, number));
            while (pages.hasNext()) {
                if (pages.next() instanceof HistoryMessage message) {
                    all.put(message.id() == null ? message : message.id(), message);
                }
                if (all.size() > limit) {
                    return Optional.empty();
                }
            }
            whole = first.total() == null || all.size() >= first.total();
            if (!whole && sequence.isRepeating()) {
                throw Answers.endless(HISTORY, "the same page again, although it counts more than came");
            }
            inVain = all.size() > before ? 0 : inVain + 1;
        }
        List<HistoryMessage> oldestFirst = new ArrayList<>(all.values());
        Collections.reverse(oldestFirst);
        return Optional.of(new Slice(oldestFirst, end, whole));
    }

    private Page<?> page(Instant from, Instant end, int number) {
        Map<String, Object> values = new HashMap<>();
        values.put("startDate", from.minus(MARGIN));
        if (end != null) {
            values.put("endDate", end);
        }
        values.put("page", number);
        values.put("pageSize", PAGE_SIZE);
        ApiRequest request = requests.call(HISTORY, values, numberId);
        time.check(HISTORY);
        if (!(time.of(() -> Answers.read(HISTORY, client.call(request))) instanceof Page<?> page)) {
            throw new IllegalStateException("'" + HISTORY.operationName() + "' was answered without a page");
        }
        if (RELAY_ONLY.equals(page.notice())) {
            throw new IllegalStateException("Pilot Status stores no messages of this number (" + RELAY_ONLY
                    + "), so polling and journal-reconcile find none. In its dashboard, change the privacy (PII) mode of the number from"
                    + " relay only to one that stores messages, or receive events with pilotstatus:webhook");
        }
        return page;
    }
}
