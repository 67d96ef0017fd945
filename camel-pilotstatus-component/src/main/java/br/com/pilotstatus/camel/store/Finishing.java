/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Records what is done: what is told at the same moment together, and what that leaves open by itself. */
record Finishing(ClaimTable table, Function<Database, ManyRows> rows, DatabaseClock clock) {

    /** True for each that is recorded; null for one that must be recorded by itself. */
    List<Boolean> together(Connection connection, Database database, List<Map<ClaimKey, String>> ends)
            throws SQLException {
        Map<ClaimKey, String> all = new TreeMap<>(Comparator.comparing(ClaimKey::id));
        List<Boolean> recorded = new ArrayList<>();
        for (Map<ClaimKey, String> results : ends) {
            // What is told twice at the same moment comes to the same; what differs comes one after the other.
            boolean first = Collections.disjoint(all.keySet(), results.keySet());
            if (first) {
                all.putAll(results);
            }
            recorded.add(first ? true : null);
        }
        long now = clock.millis(connection, database);
        boolean done = rows.apply(database).finish(connection, all, now);
        return done ? recorded : Collections.nCopies(ends.size(), null);
    }

    /** Records what is done; it may have been recorded before. */
    Boolean alone(Connection connection, Database database, Map<ClaimKey, String> results) throws SQLException {
        for (Map.Entry<ClaimKey, String> end : results.entrySet()) {
            long now = clock.millis(connection, database);
            if (!table.finish(connection, end.getKey(), end.getValue(), now)
                    && !table.insertDone(connection, end.getKey(), end.getValue(), now)
                    && !table.finish(connection, end.getKey(), end.getValue(), now)) {
                throw new IllegalStateException("The claim store could not write that a key is done");
            }
        }
        return true;
    }
}
