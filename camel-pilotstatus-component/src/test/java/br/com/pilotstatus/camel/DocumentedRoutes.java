/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The code in a page of the documentation. */
public final class DocumentedRoutes {

    private final String page;

    public DocumentedRoutes(String name) {
        this.page = read(Path.of("src/main/docs", name));
    }

    /** All blocks in this language. */
    public List<String> blocks(String language) {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    /** The block in this language that holds a text. */
    public String block(String language, String holding) {
        return blocks(language).stream()
                .filter(text -> text.contains(holding))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No such block: " + holding));
    }

    /** Whether a test has exactly the routes of the block that holds a text, apart from line breaks. */
    public boolean isIn(Class<?> test, String holding) {
        String source = read(Path.of("src/test/java", test.getName().replace('.', '/') + ".java"));
        return compact(source).contains(compact(block("java", holding)));
    }

    private static String compact(String code) {
        return code.replaceAll("\\s+", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
