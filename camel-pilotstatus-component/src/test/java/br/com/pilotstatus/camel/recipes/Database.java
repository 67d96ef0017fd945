/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.recipes;

import br.com.pilotstatus.camel.store.JdbcClaimStore;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;

/** A real PostgreSQL, empty at first. */
public final class Database implements AutoCloseable {

    private final Postgres postgres;
    private final HikariDataSource pool;

    public Database() throws SQLException {
        postgres = Postgres.database();
        pool = pool(jdbcUrl(), 20);
    }

    public static HikariDataSource pool(String jdbcUrl, int connections) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(jdbcUrl);
        pool.setMaximumPoolSize(connections);
        return pool;
    }

    public String jdbcUrl() {
        return postgres.jdbcUrl();
    }

    public HikariDataSource pool() {
        return pool;
    }

    public void execute(String sql) throws SQLException {
        Sql.execute(pool.getConnection(), sql);
    }

    /** As if the leases of all claims had passed. */
    public void endLeases() throws SQLException {
        execute("update " + JdbcClaimStore.DEFAULT_TABLE + " set lease_until = since");
    }

    /** The first column of what the query finds. */
    public List<String> query(String sql) throws SQLException {
        return Sql.query(pool.getConnection(), sql);
    }

    @Override
    public void close() {
        pool.close();
    }
}
