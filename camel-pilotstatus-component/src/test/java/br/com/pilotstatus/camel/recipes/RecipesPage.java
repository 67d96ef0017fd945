/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.recipes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The page of recipes, read by the tests that run what it shows. */
final class RecipesPage {

    private static final Path PAGE = Path.of("src/main/docs/recipes.md");
    private static final Path SOURCES = Path.of("src/test/java/br/com/pilotstatus/camel/recipes");

    private RecipesPage() {}

    /** The only block in this language that holds this text. */
    static String block(String language, String holding) {
        List<String> blocks = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(read(PAGE))
                .results()
                .map(block -> block.group(1))
                .filter(text -> text.contains(holding))
                .toList();
        if (blocks.size() != 1) {
            throw new AssertionError(blocks.size() + " blocks in " + language + " hold: " + holding);
        }
        return blocks.get(0);
    }

    /** The pairs of a block of properties. */
    static Map<String, String> properties(String holding) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String line : block("properties", holding).lines().toList()) {
            List<String> pair = List.of(line.split(" = ", 2));
            pairs.put(pair.get(0), pair.get(1));
        }
        return pairs;
    }

    /** Fails unless the page shows this part of a test's source; line breaks and indentation do not count. */
    static void requireShown(Class<?> test, String holding) {
        String shown = compact(block("java", holding));
        String source = compact(read(SOURCES.resolve(test.getSimpleName() + ".java")));
        if (!source.contains(shown)) {
            throw new AssertionError("The page shows other code than " + test.getSimpleName() + " runs: " + holding);
        }
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
