/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Something that users read, copy or run: a file of an example, or what a page says in one language.
 *
 * @param name     of the file
 * @param language what it is written in, by the extension of a file; <code>prose</code> for the words of a page
 * @param text     what it says
 */
record Source(String name, String language, String text) {

    private static final Path PROJECT = Path.of("..");
    private static final Set<String> LANGUAGES = Set.of("java", "yaml", "xml", "properties");
    private static final Pattern BLOCK = Pattern.compile("```(\\w*)\n(.*?)```", Pattern.DOTALL);

    /** All pages and files of this project that hold routes. */
    static List<Source> all() {
        try (Stream<Path> files = Files.walk(PROJECT)) {
            return files.filter(Source::isForUsers).flatMap(Source::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isForUsers(Path file) {
        String path = PROJECT.relativize(file).toString().replace('\\', '/');
        if (path.contains("target/") || path.startsWith(".") || !Files.isRegularFile(file)) {
            return false;
        }
        boolean example = path.startsWith("camel-pilotstatus-examples/") && path.contains("/src/main/");
        return path.endsWith(".md")
                || path.endsWith(".kamelet.yaml")
                || (example && LANGUAGES.contains(extension(path)));
    }

    private static String extension(String path) {
        String extension = path.substring(path.lastIndexOf('.') + 1);
        return extension.equals("yml") ? "yaml" : extension;
    }

    private static Stream<Source> of(Path file) {
        String name = PROJECT.relativize(file).toString();
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return name.endsWith(".md") ? ofPage(name, text) : Stream.of(new Source(name, extension(name), text));
    }

    /** The blocks of a page, and its words. */
    static Stream<Source> ofPage(String name, String text) {
        Stream<Source> blocks = BLOCK.matcher(text)
                .results()
                .map(block -> new Source(name, block.group(1), block.group(2)))
                .filter(block -> LANGUAGES.contains(block.language()));
        return Stream.concat(
                blocks, Stream.of(new Source(name, "prose", BLOCK.matcher(text).replaceAll(""))));
    }
}
