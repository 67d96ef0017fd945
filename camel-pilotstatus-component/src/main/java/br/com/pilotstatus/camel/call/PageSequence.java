/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import br.com.pilotstatus.camel.api.Answers;
import br.com.pilotstatus.camel.api.Operation;
import br.com.pilotstatus.camel.error.PilotStatusException;
import br.com.pilotstatus.camel.model.Json;
import br.com.pilotstatus.camel.model.Page;
import br.com.pilotstatus.camel.util.Sha256;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Follows the pages of a list: leaves out what a growing list pushed onto the next page, and knows when the list ends. A
 * service whose pages do not end, or come again and again, is not asked for ever. For one thread at a time.
 */
public final class PageSequence {

    /** How many pages of a list are read. */
    static final int MOST_PAGES = 10_000;

    /** A list may grow by a page while one is fetched, so that the next shows nothing new; hardly this often in a row. */
    private static final int MOST_REPEATS = 5;

    private final Operation operation;
    private final ReadingTime time;
    private final Set<ByteBuffer> seen = new HashSet<>();
    private Set<Object> before = Set.of();
    private Integer total;
    private int number;
    private int pages;
    private int repeats;
    private boolean ended;
    private boolean repeating;

    /** @param number that of the page that comes first */
    public PageSequence(Operation operation, int number) {
        this(operation, number, System::nanoTime);
    }

    /** @param nanoTime by which it measures how long the service takes */
    PageSequence(Operation operation, int number, LongSupplier nanoTime) {
        this.operation = operation;
        this.number = number;
        this.time = new ReadingTime(nanoTime);
        time.begin();
    }

    /** Takes a page, and gives the elements of it that were not on the page before. */
    List<Object> take(Page<?> page) {
        time.end();
        pages++;
        boolean known = !seen.add(fingerprint(page));
        List<Object> fresh = known
                ? List.of()
                : page.items().stream()
                        .<Object>map(item -> item)
                        .filter(item -> !before.contains(item))
                        .toList();
        before = new HashSet<>(page.items());
        repeats = fresh.isEmpty() ? repeats + 1 : 0;
        boolean grows = total != null && page.total() != null && page.total() > total;
        total = page.total();
        boolean last = page.totalPages() != null && number >= page.totalPages();
        ended = last || page.items().isEmpty() || repeats > (grows ? MOST_REPEATS : 0);
        repeating = ended && !last && !page.items().isEmpty();
        return fresh;
    }

    boolean hasEnded() {
        return ended;
    }

    /** Whether it ended because a page held nothing new, and not because the service said so. */
    public boolean isRepeating() {
        return repeating;
    }

    /**
     * The number of the page to fetch now.
     *
     * @throws PilotStatusException when the list has been read for long enough
     */
    int next() {
        if (pages >= MOST_PAGES) {
            throw Answers.endless(operation, "more than " + MOST_PAGES + " pages");
        }
        time.check(operation);
        time.begin();
        number++;
        return number;
    }

    /** By content, since a hash of 32 bits would now and then take two pages for one. */
    private static ByteBuffer fingerprint(Page<?> page) {
        try {
            return ByteBuffer.wrap(Sha256.of(Json.mapper().writeValueAsBytes(page.items())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A page that was read as JSON can be written as such", e);
        }
    }
}
