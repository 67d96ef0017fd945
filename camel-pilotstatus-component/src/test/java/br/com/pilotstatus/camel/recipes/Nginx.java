/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.recipes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A real nginx on a free port, in a directory of its own, which logs by default as Debian's does. */
final class Nginx implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 20_000;
    private static final String CONFIGURATION = """
            daemon off;
            master_process off;
            pid DIRECTORY/nginx.pid;
            error_log DIRECTORY/log/error.log;
            events {}
            http {
                access_log DIRECTORY/log/access.log;
                client_body_temp_path DIRECTORY/body;
                proxy_temp_path DIRECTORY/proxy;
                SERVER
            }
            """;

    private final int port = Ports.free();
    private final Path directory;
    private final Process process;

    /** Where it is installed. */
    static Optional<Path> binary() {
        return Stream.concat(
                        Stream.of("/usr/sbin", "/usr/local/sbin"),
                        Stream.of(System.getenv("PATH").split(":", -1)))
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * @param server   the blocks inside of http; PORT stands for the port to listen on
     * @param replaced what else is written otherwise here
     */
    Nginx(Path directory, String server, Map<String, String> replaced) throws Exception {
        this.directory = directory;
        Files.createDirectories(directory.resolve("log"));
        String configuration = CONFIGURATION.replace("SERVER", server);
        for (Map.Entry<String, String> entry : replaced.entrySet()) {
            configuration = configuration.replace(entry.getKey(), entry.getValue());
        }
        configuration = configuration
                .replace("DIRECTORY", directory.toString())
                .replace("/var/log/nginx", directory.resolve("log").toString())
                .replace("PORT", String.valueOf(port));
        Path file = Files.writeString(directory.resolve("nginx.conf"), configuration);
        Path output = directory.resolve("output.txt");
        process = new ProcessBuilder(List.of(
                        binary().orElseThrow().toString(),
                        "-p",
                        directory.toString(),
                        "-e",
                        directory.resolve("log/start.log").toString(),
                        "-c",
                        file.toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        await().atMost(Duration.ofSeconds(20)).until(() -> !process.isAlive() || answers());
        if (!process.isAlive()) {
            throw new IOException("nginx did not start: " + Files.readString(output));
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    int port() {
        return port;
    }

    /** Sends these characters and gives the first line of the answer. */
    String send(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1)).readLine();
        }
    }

    /** From now on a body that does not fit into memory cannot be put aside. */
    void loseBodyDirectory() throws IOException {
        Files.delete(directory.resolve("body"));
    }

    /** All that is in its logs. */
    String logs() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(directory.resolve("log"))) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
