/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.camel.api.Operation;
import br.com.pilotstatus.camel.error.PilotStatusException;
import br.com.pilotstatus.camel.model.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageSequenceTest {

    private final PageSequence pages = new PageSequence(Operation.MESSAGES_HISTORY, 1);

    private static Page<?> page(int from, int size) {
        List<Map<String, Integer>> items = IntStream.range(from, from + size)
                .mapToObj(i -> Map.of("id", i))
                .toList();
        return new Page<>(items, null, null, null, null, null, null);
    }

    @Test
    void aListHasOnlySoManyPages() {
        for (int number = 1; number < PageSequence.MOST_PAGES; number++) {
            pages.take(page(number, 1));
            pages.next();
        }
        pages.take(page(0, 1));

        assertThatThrownBy(pages::next)
                .isInstanceOf(PilotStatusException.class)
                .hasMessageContaining("more than 10000 pages")
                .extracting(failure -> ((PilotStatusException) failure).getErrorCode())
                .isEqualTo("LOCAL_LIST_ENDLESS");
    }

    @Test
    void pagesAreAskedForOnlySoLong() {
        AtomicLong nanoTime = new AtomicLong();
        PageSequence slow = new PageSequence(Operation.MESSAGES_HISTORY, 1, nanoTime::get);
        for (int number = 1; number <= 10; number++) {
            nanoTime.addAndGet(Duration.ofSeconds(61).toNanos());
            slow.take(page(number, 1));
            if (number < 10) {
                slow.next();
            }
        }

        assertThatThrownBy(slow::next)
                .isInstanceOf(PilotStatusException.class)
                .hasMessageContaining("10 minutes")
                .extracting(failure -> ((PilotStatusException) failure).getErrorCode())
                .isEqualTo("LOCAL_LIST_ENDLESS");
    }

    @Test
    void whatAReaderDoesBetweenPagesIsNotCounted() {
        AtomicLong nanoTime = new AtomicLong();
        PageSequence slowlyRead = new PageSequence(Operation.MESSAGES_HISTORY, 1, nanoTime::get);
        for (int number = 1; number <= 10; number++) {
            slowlyRead.take(page(number, 1));
            nanoTime.addAndGet(Duration.ofHours(1).toNanos());
            assertThat(slowlyRead.next()).isEqualTo(number + 1);
        }
    }

    @Test
    void anElementOfThePageBeforeIsLeftOut() {
        pages.take(page(0, 10));

        assertThat(pages.take(page(9, 10))).hasSize(9);
    }

    @Test
    void manyElementsOnAPageTakeNoLongerEach() {
        int many = 200_000;
        pages.take(page(0, many));

        assertThat(pages.take(page(many - 1, many))).hasSize(many - 1);
    }
}
