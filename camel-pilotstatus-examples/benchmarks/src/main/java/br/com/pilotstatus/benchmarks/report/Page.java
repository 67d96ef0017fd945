/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of the documentation, a part of which is written by a program: all that stands between two marks. */
public final class Page {

    private static final String BEGIN = "<!-- benchmark: begin -->\n";
    private static final String END = "<!-- benchmark: end -->\n";

    private final Path file;

    public Page(Path file) {
        this.file = file;
    }

    /**
     * Puts a text in the place of what stood between the marks.
     *
     * @throws IllegalStateException when the page lacks them
     */
    public void write(String text) throws IOException {
        String page = Files.readString(file, UTF_8);
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException(file + " lacks the marks that the figures go between");
        }
        Files.writeString(
                file, page.substring(0, begin + BEGIN.length()) + "\n" + text + "\n" + page.substring(end), UTF_8);
    }
}
