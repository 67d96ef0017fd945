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
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.SynchronizationAdapter;
import org.awaitility.Awaitility;

/**
 * A node in a process of its own, which answers each event with one message, with inbox and journal in one table. It tells
 * which events it has run, and can be stopped, killed, and frozen.
 */
final class ChaosNode implements AutoCloseable {

    private static final String READY = "Ready on ";
    private static final String RAN = "Ran ";
    private static final String FAILED = "Failed ";
    private static final String RELOADED = "Reloaded";
    private static final String ROUTE = "answering";
    private static final int CONNECTIONS = 10;
    private static final Duration START = Duration.ofSeconds(60);

    private final Process process;
    private final Path output;
    private final int port;

    /** What all nodes have in common. */
    record Surroundings(String jdbcUrl, String apiUrl, String apiKey) {}

    /**
     * What a node is like.
     *
     * @param late     whether its clock is ten minutes behind
     * @param places   how many of its sends may be under way
     * @param patience how long its stop waits for what is under way
     */
    record Kind(boolean late, int places, Duration patience) {

        static final Kind USUAL = new Kind(false, 50, Duration.ofSeconds(20));
        static final Kind LATE = new Kind(canFakeTime(), USUAL.places, USUAL.patience);
        static final Kind HASTY = new Kind(false, 4, Duration.ofSeconds(1));
    }

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
     * @param output a file that it writes to; a pipe may lose the last lines of a process that ends
     */
    ChaosNode(Surroundings surroundings, Kind kind, Path output) throws IOException {
        ProcessBuilder node = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ChaosNode.class.getName(),
                surroundings.jdbcUrl(),
                surroundings.apiUrl(),
                surroundings.apiKey(),
                String.valueOf(kind.places()),
                String.valueOf(kind.patience().toSeconds()));
        if (kind.late()) {
            node.environment().put("LD_PRELOAD", fakeTime().orElseThrow().toString());
            node.environment().put("FAKETIME", "-10m");
        }
        this.output = output;
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

    /** Outcome, error code and tries of each send that failed. */
    List<String> failed() throws IOException {
        return lines(output, FAILED);
    }

    /** Removes its route and adds it again. */
    void reload() throws IOException {
        int before = lines(output, RELOADED).size();
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
        Awaitility.await().atMost(START).until(() -> lines(output, RELOADED).size() > before);
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
                .property("camel.component.pilotstatus.max-in-flight", arguments[3])
                .property("camel.main.shutdown-timeout", arguments[4])
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
            node.context().getRouteController().stopRoute(ROUTE);
            node.context().removeRoute(ROUTE);
            node.context().addRoutes(answering());
            System.out.println(RELOADED);
        }
        System.exit(0);
    }

    private static RouteBuilder answering() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("pilotstatus:webhook")
                        .routeId(ROUTE)
                        .process(exchange -> exchange.getExchangeExtension().addOnCompletion(new ToldFailure()))
                        .to("pilotstatus:send?to=+5511977770000&text=Answer ${header.CamelPilotStatusEventId}"
                                + "&idempotencyKey=${header.CamelPilotStatusEventId}")
                        .process(exchange -> System.out.println(
                                RAN + exchange.getMessage().getHeader("CamelPilotStatusEventId", String.class)));
            }
        };
    }

    /** Also of sends that a stop ends, whose route does nothing more. */
    private static final class ToldFailure extends SynchronizationAdapter {

        @Override
        public void onFailure(Exchange exchange) {
            Message message = exchange.getMessage();
            System.out.println(FAILED + message.getHeader("CamelPilotStatusOutcome") + " "
                    + message.getHeader("CamelPilotStatusErrorCode") + " "
                    + message.getHeader("CamelPilotStatusAttempts"));
        }
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
