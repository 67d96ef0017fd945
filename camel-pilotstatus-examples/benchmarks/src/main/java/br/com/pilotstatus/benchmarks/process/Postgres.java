/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.process;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL server. Does not wait for the disk, so that what is compared is not the disk. */
public final class Postgres implements AutoCloseable {

    private static final String OWNER = "postgres";

    private final EmbeddedPostgres server;
    private int databases;

    public Postgres() throws IOException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("synchronous_commit", "off")
                .start();
    }

    /** JDBC URL of an empty database. */
    public String database() throws SQLException {
        String name = "benchmark" + ++databases;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return server.getJdbcUrl(OWNER, name);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
