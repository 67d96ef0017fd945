/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the matrix as a table: with times for whoever runs it, without for the documentation. */
final class FaultMatrixPage {

    private static final Path REPORT = Path.of("target/fault-matrix.md");
    private static final String BEGIN = "<!-- matrix: begin -->\n";
    private static final String END = "<!-- matrix: end -->";

    private FaultMatrixPage() {}

    static void writeReport(List<Cell> cells) throws IOException {
        Files.createDirectories(REPORT.getParent());
        Files.writeString(
                REPORT, table(cells, cell -> text(cell) + ", " + cell.time().toMillis() + " ms"));
    }

    static String update(String page, List<Cell> cells) {
        int from = page.indexOf(BEGIN) + BEGIN.length();
        int to = page.indexOf(END);
        assertThat(to).as("place of the table").isGreaterThanOrEqualTo(from);
        return page.substring(0, from) + table(cells, FaultMatrixPage::text) + page.substring(to);
    }

    private static String text(Cell cell) {
        return cell.call().reads() || !cell.ended()
                ? cell.text()
                : cell.text() + "; done " + cell.heard().done();
    }

    private static String table(List<Cell> cells, Function<Cell, String> text) {
        StringBuilder table = new StringBuilder("| Fault | Send | Read | Change |\n| --- | --- | --- | --- |\n");
        int calls = ApiCall.values().length;
        for (int row = 0; row < cells.size(); row += calls) {
            table.append("| ").append(cells.get(row).fault()).append(" | ");
            table.append(cells.subList(row, row + calls).stream().map(text).collect(Collectors.joining(" | ")));
            table.append(" |\n");
        }
        return table.toString();
    }
}
