/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.recipes;

import br.com.pilotstatus.camel.store.JdbcClaimStore;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;

/**
 * A node in a process of its own, which can be stopped or killed. It writes the id of each event that it runs into the
 * table <code>processed</code>.
 */
public final class NodeProcess implements AutoCloseable {

    private static final String READY = "Ready on ";
    private static final int CONNECTIONS = 20;

    private final Process process;
    private final int port;

    /**
     * @param port of its HTTP server; 0 for a free one
     * @param work how long the route goes on after it has written
     */
    public NodeProcess(String jdbcUrl, int port, Duration work) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // It does not live long enough for more.
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        NodeProcess.class.getName(),
                        jdbcUrl,
                        String.valueOf(port),
                        work.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        while (line != null && !line.startsWith(READY)) {
            line = output.readLine();
        }
        if (line == null) {
            process.destroyForcibly();
            throw new IOException("The node did not start");
        }
        this.port = Integer.parseInt(line.substring(READY.length()));
    }

    public static void main(String[] arguments) throws Exception {
        HikariDataSource pool = Database.pool(arguments[0], CONNECTIONS);
        Node node = new Node(Integer.parseInt(arguments[1]))
                .bind("dataSource", pool)
                .bind("inbox", new JdbcClaimStore(pool))
                .routes(writing(Duration.parse(arguments[2])))
                .start();
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            node.close();
            pool.close();
            stopped.countDown();
        }));
        System.out.println(READY + node.port());
        stopped.await();
    }

    private static RouteBuilder writing(Duration work) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("pilotstatus:webhook?inbox=#inbox")
                        .to("sql:insert into processed (event_id) values (:#CamelPilotStatusEventId)")
                        .delay(work.toMillis());
            }
        };
    }

    public int port() {
        return port;
    }

    String webhookUrl() {
        return Node.webhookUrl(port);
    }

    /** Asks it to stop, and waits until it has. */
    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The node did not stop");
        }
    }

    /** Ends it as a power failure would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
