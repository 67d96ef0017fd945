/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import br.com.pilotstatus.camel.recipes.Ports;
import br.com.pilotstatus.camel.recipes.Postgres;
import br.com.pilotstatus.camel.recipes.Sql;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;

/** A database that claims are kept in, started for a test. */
final class ClaimDatabase implements AutoCloseable {

    /** The databases that are tried; some tell fewer texts apart than others. */
    enum Product {
        POSTGRESQL,
        /** Its usual collation ignores case and trailing blanks. */
        MARIADB,
        H2,
        H2_ORACLE("MODE=Oracle"),
        H2_MYSQL("MODE=MySQL;IGNORECASE=TRUE"),
        H2_SQL_SERVER("MODE=MSSQLServer;IGNORECASE=TRUE"),
        H2_DB2("MODE=DB2"),
        HSQLDB,
        DERBY;

        private final String h2Mode;

        Product() {
            this("DB_CLOSE_DELAY=-1");
        }

        Product(String h2Mode) {
            this.h2Mode = h2Mode;
        }
    }

    private final HikariDataSource pool = new HikariDataSource();
    private final AutoCloseable server;

    ClaimDatabase(Product product) throws Exception {
        switch (product) {
            case POSTGRESQL -> {
                server = () -> {};
                pool.setJdbcUrl(Postgres.database().jdbcUrl());
            }
            case MARIADB -> {
                MariaDb mariaDb = new MariaDb(Ports.free());
                server = mariaDb;
                // Far from the zone of this process, so that a time without a zone would be found out.
                pool.setJdbcUrl(mariaDb.jdbcUrl() + "&sessionVariables=time_zone='+09:00'");
            }
            case HSQLDB -> {
                server = () -> {};
                pool.setJdbcUrl("jdbc:hsqldb:mem:claims");
                pool.setUsername("SA");
            }
            case DERBY -> {
                server = () -> {};
                System.setProperty("derby.stream.error.method", ClaimDatabase.class.getName() + ".derbyLog");
                pool.setJdbcUrl("jdbc:derby:memory:claims;create=true");
            }
            default -> {
                server = () -> {};
                pool.setJdbcUrl("jdbc:h2:mem:" + product + ";" + product.h2Mode);
            }
        }
        pool.setMaximumPoolSize(8);
    }

    /** Where Derby writes what it would write into a file of the working directory. */
    public static java.io.OutputStream derbyLog() {
        return java.io.OutputStream.nullOutputStream();
    }

    HikariDataSource pool() {
        return pool;
    }

    void execute(String sql) throws SQLException {
        Sql.execute(pool.getConnection(), sql);
    }

    int count(String sql) throws SQLException {
        return Integer.parseInt(Sql.query(pool.getConnection(), sql).get(0));
    }

    @Override
    public void close() throws Exception {
        pool.close();
        server.close();
    }
}
