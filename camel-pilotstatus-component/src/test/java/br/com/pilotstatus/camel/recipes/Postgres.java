/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.recipes;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** The PostgreSQL server that the tests of this process share; it ends with the process. Each takes a database of its own. */
public final class Postgres {

    private static final String OWNER = "postgres";
    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final String name;

    private Postgres(String name) {
        this.name = name;
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty database. */
    public static Postgres database() throws SQLException {
        String name = "test" + DATABASES.incrementAndGet();
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return new Postgres(name);
    }

    public String jdbcUrl() {
        return SERVER.getJdbcUrl(OWNER, name);
    }

    /** Opens a connection each time. */
    public DataSource dataSource() {
        return dataSource(OWNER);
    }

    public DataSource dataSource(String user) {
        return SERVER.getDatabase(user, name);
    }
}
