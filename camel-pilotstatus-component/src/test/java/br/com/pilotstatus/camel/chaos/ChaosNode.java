/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.chaos;

import br.com.pilotstatus.camel.recipes.Node;
import br.com.pilotstatus.camel.store.JdbcClaimStore;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.Awaitility;

/**
 * A node in a process of its own, which answers each event with one message, with inbox and journal in one table. It tells
 * which events it has run, and can be stopped, killed, and frozen.
 */
final class ChaosNode implements AutoCloseable {

    private static final String READY = "Ready on ";
    private static final String RAN = "Ran ";
    private static final int CONNECTIONS = 10;
    private static final Duration START = Duration.ofSeconds(60);

    private final Process process;
    private final int port;

    /** What all nodes have in common. */
    record Surroundings(String jdbcUrl, String apiUrl, String apiKey) {}

    /** Whether a process can be given another clock here. */
    static boolean canFakeTime() {
        return fakeTime().isPresent();
    }

    /** The library of Debian's faketime. The program of that name would stand between us and the node. */
    private static Optional<Path> fakeTime() {
        try (Stream<Path> folders = Files.list(Path.of("/usr/lib"))) {
            return folders.map(folder -> folder.resolve("faketime/libfaketimeMT.so.1"))
                    .filter(Files::isReadable)
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * @param late   whether its clock is ten minutes behind
     * @param output a file that it writes to; a pipe may lose the last lines of a process that ends
     */
    ChaosNode(Surroundings surroundings, boolean late, Path output) throws IOException {
        ProcessBuilder node = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ChaosNode.class.getName(),
                surroundings.jdbcUrl(),
                surroundings.apiUrl(),
                surroundings.apiKey());
        if (late) {
            node.environment().put("LD_PRELOAD", fakeTime().orElseThrow().toString());
            node.environment().put("FAKETIME", "-10m");
        }
        process = node.redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            Awaitility.await()
                    .atMost(START)
                    .until(() -> !process.isAlive() || !lines(output, READY).isEmpty());
            port = Integer.parseInt(lines(output, READY).get(0));
        } catch (RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** The ids of the events that routes have finished, as often as they have. */
    static List<String> ran(Path output) throws IOException {
        return lines(output, RAN);
    }

    private static List<String> lines(Path output, String prefix) throws IOException {
        return Files.readString(output)
                .lines()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .toList();
    }

    public static void main(String[] arguments) throws Exception {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(arguments[0]);
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setConnectionTimeout(2_000);
        Node node = new Node()
                .bind("claims", new JdbcClaimStore(pool))
                .property("camel.component.pilotstatus.base-url", arguments[1])
                .property("camel.component.pilotstatus.api-key", arguments[2])
                .property("camel.component.pilotstatus.inbox", "#bean:claims")
                .property("camel.component.pilotstatus.journal", "#bean:claims")
                .routes(answering())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            node.close();
            pool.close();
        }));
        System.out.println(READY + node.port());
        // Ends with the test, whatever becomes of that.
        while (System.in.read() >= 0) {
            // Nobody writes.
        }
        System.exit(0);
    }

    private static RouteBuilder answering() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("pilotstatus:webhook")
                        .to("pilotstatus:send?to=+5511977770000&text=Answer ${header.CamelPilotStatusEventId}"
                                + "&idempotencyKey=${header.CamelPilotStatusEventId}")
                        .process(exchange -> System.out.println(
                                RAN + exchange.getMessage().getHeader("CamelPilotStatusEventId", String.class)));
            }
        };
    }

    String webhookUrl() {
        return Node.webhookUrl(port);
    }

    void freeze() throws Exception {
        signal("STOP");
    }

    void thaw() throws Exception {
        signal("CONT");
    }

    private void signal(String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    /** Asks it to stop, and waits until it has. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The node did not stop");
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
