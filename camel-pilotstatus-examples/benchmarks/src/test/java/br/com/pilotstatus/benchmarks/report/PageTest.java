/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {

    @TempDir
    Path folder;

    @Test
    void onlyWhatStandsBetweenTheMarksIsReplaced() throws Exception {
        Path file = Files.writeString(
                folder.resolve("page.md"), "before\n<!-- benchmark: begin -->\nold\n<!-- benchmark: end -->\nafter\n");
        new Page(file).write("new\n");
        new Page(file).write("newer\n");
        assertThat(file).hasContent("before\n<!-- benchmark: begin -->\n\nnewer\n\n<!-- benchmark: end -->\nafter\n");
    }

    @Test
    void aPageWithoutMarksIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("page.md"), "before\n");
        assertThatThrownBy(() -> new Page(file).write("new")).isInstanceOf(IllegalStateException.class);
    }
}
