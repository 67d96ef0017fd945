/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks;

import br.com.pilotstatus.benchmarks.process.ApiProcess;
import br.com.pilotstatus.benchmarks.process.Postgres;
import br.com.pilotstatus.benchmarks.process.Surroundings;
import java.io.IOException;
import java.sql.SQLException;

/** What stands around the subjects, in processes of their own. */
final class Systems implements AutoCloseable {

    private final ApiProcess api = new ApiProcess();
    private final Postgres postgres = new Postgres();

    Systems() throws IOException {}

    /** For one subject, with a database of its own. */
    Surroundings surroundings(Settings settings) throws SQLException {
        return new Surroundings(api.url(), api.slowUrl(), postgres.database(), settings.underWay(), settings.size());
    }

    @Override
    public void close() throws IOException {
        try (api) {
            postgres.close();
        }
    }
}
