/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.util.FileSystemUtils;

/** A real MariaDB of the system's packages, in a directory of its own, empty at first. */
final class MariaDb implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);

    private final Path directory;
    private final Process process;
    private final String jdbcUrl;

    /** Whether it is installed. */
    static boolean isInstalled() {
        return binary("mariadbd").isPresent() && binary("mariadb-install-db").isPresent();
    }

    private static Optional<Path> binary(String name) {
        return Stream.concat(
                        Stream.of("/usr/sbin", "/usr/local/sbin"),
                        Stream.of(System.getenv("PATH").split(File.pathSeparator, -1)))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    MariaDb(int port) throws Exception {
        directory = Files.createTempDirectory("mariadb");
        String data = "--datadir=" + directory.resolve("data");
        List<String> user = "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
        Process install = start(
                "mariadb-install-db",
                user,
                data,
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                "--skip-name-resolve");
        if (install.waitFor() != 0) {
            throw new IOException(Files.readString(log()));
        }
        process = start(
                "mariadbd",
                user,
                data,
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=" + directory.resolve("socket"),
                "--pid-file=" + directory.resolve("pid"),
                "--skip-name-resolve",
                // What is killed here is the client, never the server.
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-buffer-pool-size=16M");
        String server = "jdbc:mariadb://127.0.0.1:" + port + "/";
        try {
            Awaitility.await().atMost(START).ignoreExceptions().until(() -> {
                execute(server + "?user=root", "create database claims");
                return true;
            });
        } catch (ConditionTimeoutException e) {
            close();
            throw e;
        }
        jdbcUrl = server + "claims?user=root";
    }

    private Process start(String program, List<String> more, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(binary(program).orElseThrow().toString());
        command.add("--no-defaults");
        command.addAll(List.of(arguments));
        command.addAll(more);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
    }

    private Path log() {
        return directory.resolve("log");
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.createStatement().execute(sql);
        }
    }

    String jdbcUrl() {
        return jdbcUrl;
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        FileSystemUtils.deleteRecursively(directory);
    }
}
