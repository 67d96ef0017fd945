/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.chaos;

import br.com.pilotstatus.camel.recipes.Ports;
import br.com.pilotstatus.camel.recipes.Sql;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** A real PostgreSQL that goes away and comes back with what it held. */
final class ChaosDatabase implements AutoCloseable {

    private final int port = Ports.free();
    private final Path directory = Files.createTempDirectory("chaos");
    private EmbeddedPostgres server;

    ChaosDatabase() throws IOException {
        start();
    }

    void start() throws IOException {
        server = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(directory.resolve("data"))
                .setCleanDataDirectory(false)
                .start();
    }

    void stop() throws IOException {
        server.close();
    }

    String jdbcUrl() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /** Ends the connections of all others, whatever they are doing. */
    void killBackends() throws SQLException {
        query("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where pid <> pg_backend_pid() and backend_type = 'client backend'");
    }

    /** As if the leases of all claims had passed; tells which ones those are. */
    List<String> endLeases() throws SQLException {
        return query(
                "update pilotstatus_claims set lease_until = since where status = 'CLAIMED' and lease_until is not null"
                        + " returning claim_key");
    }

    List<String> query(String sql) throws SQLException {
        return Sql.query(DriverManager.getConnection(jdbcUrl()), sql);
    }

    @Override
    public void close() throws IOException {
        server.close();
        FileSystemUtils.deleteRecursively(directory);
    }
}
