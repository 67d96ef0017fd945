/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.process;

import com.zaxxer.hikari.HikariDataSource;

/** Connections to a database, as many for each subject. */
public final class Pool {

    private static final int CONNECTIONS = 16;

    private Pool() {}

    public static HikariDataSource of(String jdbcUrl) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(jdbcUrl);
        pool.setMaximumPoolSize(CONNECTIONS);
        return pool;
    }
}
