/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.faults;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.error.Outcome;
import br.com.pilotstatus.simulator.PilotStatusSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every fault under every kind of call. What a route hears is held against the service's own books, and against the rule
 * of the documentation. Writes <code>target/fault-matrix.md</code>; <code>-Dpilotstatus.docs.write</code> writes the page
 * of the documentation anew instead of comparing it.
 */
@Timeout(180)
class FaultMatrixTest {

    private static final int LANES = 4;
    private static final Duration SLACK = Duration.ofSeconds(3);
    private static final Path PAGE = Path.of("src/main/docs/fault-matrix.md");

    private static List<Cell> cells;

    @BeforeAll
    static void play() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try (CamelContext context = new DefaultCamelContext()) {
            context.start();
            FaultMatrix matrix = new FaultMatrix(context, threads);
            List<FaultCase> faults = FaultCases.all();
            Queue<Integer> left = new ConcurrentLinkedQueue<>(
                    IntStream.range(0, faults.size()).boxed().toList());
            List<List<Cell>> rows = new ArrayList<>();
            faults.forEach(fault -> rows.add(List.of()));
            CompletableFuture<?>[] lanes = IntStream.range(0, LANES)
                    .mapToObj(lane -> CompletableFuture.runAsync(() -> playAll(matrix, faults, left, rows), threads))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(lanes).join();
            cells = rows.stream().flatMap(List::stream).toList();
        } finally {
            threads.shutdownNow();
        }
        FaultMatrixPage.writeReport(cells);
    }

    private static void playAll(
            FaultMatrix matrix, List<FaultCase> faults, Queue<Integer> left, List<List<Cell>> rows) {
        try (PilotStatusSimulator simulator = PilotStatusSimulator.builder().build()) {
            simulator.start();
            for (Integer next = left.poll(); next != null; next = left.poll()) {
                rows.set(next, matrix.play(faults.get(next), simulator));
            }
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    @Test
    void everyFaultMetEveryCall() {
        assertThat(cells).hasSize(FaultCases.all().size() * ApiCall.values().length);
    }

    @Test
    void noExchangeHangs() {
        Duration most =
                FaultMatrix.ACQUIRE_TIMEOUT.plus(FaultMatrix.TOTAL_TIMEOUT).plus(SLACK);
        assertThat(cells)
                .allMatch(Cell::ended)
                .allSatisfy(cell -> assertThat(cell.time()).as(cell.toString()).isLessThan(most));
    }

    @Test
    void nothingIsDoneTwice() {
        assertThat(cells).allMatch(cell -> cell.heard().done() <= 1);
    }

    @Test
    void whatIsCalledRefusedWasNotDone() {
        assertThat(cells)
                .filteredOn(cell -> cell.heard().outcome() == Outcome.REFUSED)
                .isNotEmpty()
                .allMatch(cell -> cell.heard().done() == 0);
    }

    @Test
    void whatIsCalledAcceptedWasDone() {
        assertThat(cells)
                .filteredOn(cell -> cell.heard().outcome() == Outcome.ACCEPTED)
                .filteredOn(cell -> !cell.call().reads())
                .isNotEmpty()
                .allMatch(cell -> cell.heard().done() == 1);
    }

    @Test
    void everyVerdictIsThatOfTheRule() {
        assertThat(cells).allMatch(cell -> cell.expected().allows(cell.heard()));
    }

    @Test
    void thePageShowsWhatWasSeen() throws Exception {
        String page = Files.readString(PAGE);
        String expected = FaultMatrixPage.update(page, cells);
        if (System.getProperty("pilotstatus.docs.write") != null) {
            Files.writeString(PAGE, expected);
        } else {
            assertThat(page).isEqualTo(expected);
        }
    }
}
