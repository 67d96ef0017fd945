/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import static br.com.pilotstatus.camel.servers.EventRoutes.OLD_TOKEN;
import static br.com.pilotstatus.camel.servers.EventRoutes.TOKEN_PATH;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of several parts, which servers like to keep on disk. */
interface MultipartTests extends OnServer {

    @Test
    default void aBodyOfSeveralPartsIsNotReadForEver() throws IOException {
        assertThat(mebibytesTaken(TOKEN_PATH, "multipart/form-data; boundary=x"))
                .isLessThan(ENDLESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {OLD_TOKEN, "no token"})
    default void noPartOfABodyIsKeptOnDisk(String token) throws IOException {
        String marker = UUID.randomUUID().toString();
        String begun = "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f.bin\"\r\n\r\n" + marker
                + "x".repeat(MEBIBYTE / 2);
        Call call = Call.to(TOKEN_PATH, new byte[0])
                .with("X-Webhook-Token", token)
                .with("Content-Type", "multipart/form-data; boundary=x")
                .with("Content-Length", "" + MEBIBYTE);

        FileTime start = FileTime.from(Instant.now().minusSeconds(2));
        try (Connection connection = new Connection(server().port())) {
            connection.trySend(call.head());
            connection.trySend(begun.getBytes(ISO_8859_1));
            await().during(Duration.ofMillis(200))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> filesThatBeginWith(marker, start).isEmpty());
        }
        assertThat(filesThatBeginWith(marker, start)).isEmpty();
    }

    private static List<Path> filesThatBeginWith(String marker, FileTime since) throws IOException {
        List<Path> found = new ArrayList<>();
        // Where Java and Vert.x put files by themselves.
        for (String root : List.of(System.getProperty("java.io.tmpdir"), "file-uploads")) {
            Files.walkFileTree(Path.of(root), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()
                            && attributes.lastModifiedTime().compareTo(since) > 0
                            && beginning(file, marker.length()).equals(marker)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException notThereAnyMore) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException notThereAnyMore) {
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        return found;
    }

    private static String beginning(Path file, int length) {
        try (InputStream stream = Files.newInputStream(file)) {
            return new String(stream.readNBytes(length), ISO_8859_1);
        } catch (IOException e) {
            // Somebody else's, who has removed it meanwhile.
            return "";
        }
    }
}
