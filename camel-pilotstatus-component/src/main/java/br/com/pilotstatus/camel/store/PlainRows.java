/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Many rows in SQL that every database understands: those that are asked for are read first, then the missing ones are
 * added by one insert. When a constraint refuses that, since another node was faster, each of them is added by itself.
 */
final class PlainRows implements ManyRows {

    private static final String VALUES = "(?, ?, ?, ?, ?, ?, '" + ClaimRow.CLAIMED + "')";

    private final String table;
    private final Database database;

    PlainRows(String table, Database database) {
        this.table = table;
        this.database = database;
    }

    @Override
    public Found claim(Connection connection, Collection<NewClaim> claims, Set<String> asked) throws SQLException {
        Map<String, ClaimRow> rows = new HashMap<>();
        if (!asked.isEmpty()) {
            Set<String> ids = ids(claims);
            ids.addAll(asked);
            rows.putAll(read(connection, ids));
        }
        List<NewClaim> missing = claims.stream()
                .filter(claim -> !rows.containsKey(claim.key().id()))
                .toList();
        Set<String> added = add(connection, missing);
        if (added.size() < missing.size()) {
            Set<String> refused = ids(missing);
            refused.removeAll(added);
            rows.putAll(read(connection, refused));
        }
        return new Found(added, rows);
    }

    /** Tells which were added. */
    private Set<String> add(Connection connection, List<NewClaim> claims) throws SQLException {
        boolean together = claims.size() == 1 || database.addsManyRows();
        if (claims.isEmpty() || (together && isAdded(connection, claims))) {
            return ids(claims);
        }
        Set<String> added = new HashSet<>();
        for (NewClaim claim : claims) {
            if (claims.size() > 1 && isAdded(connection, List.of(claim))) {
                added.add(claim.key().id());
            }
        }
        return added;
    }

    private boolean isAdded(Connection connection, List<NewClaim> claims) throws SQLException {
        List<Object> values = new ArrayList<>();
        for (NewClaim claim : claims) {
            values.add(claim.key().id());
            values.add(claim.key().text());
            values.add(claim.content());
            values.add(claim.token());
            values.add(claim.since());
            values.add(claim.leaseUntil());
        }
        String sql =
                "INSERT INTO " + table + " (claim_id, claim_key, content, owner, since, lease_until, status) VALUES "
                        + String.join(", ", Collections.nCopies(claims.size(), VALUES));
        return Statements.refusal(connection, sql, values.toArray()) == null;
    }

    private Map<String, ClaimRow> read(Connection connection, Collection<String> ids) throws SQLException {
        List<Object> values = Statements.padded(ids);
        String sql = "SELECT " + ClaimRow.COLUMNS + " FROM " + table + " WHERE claim_id IN ("
                + Statements.marks(values.size()) + ")";
        Map<String, ClaimRow> found = new HashMap<>();
        try (PreparedStatement statement = Statements.prepare(connection, sql, values.toArray());
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.put(rows.getString("claim_id"), ClaimRow.read(rows));
            }
        }
        return found;
    }

    @Override
    public boolean finish(Connection connection, Map<ClaimKey, String> results, long since) throws SQLException {
        Map<String, List<Object>> idsByResult = new LinkedHashMap<>();
        results.forEach((key, result) ->
                idsByResult.computeIfAbsent(result, same -> new ArrayList<>()).add(key.id()));
        List<Object> values = new ArrayList<>();
        values.add(since);
        String result = result(idsByResult, values);
        List<Object> ids =
                Statements.padded(results.keySet().stream().map(ClaimKey::id).toList());
        values.addAll(ids);
        String sql = "UPDATE " + table + " SET status = '" + ClaimRow.DONE + "', since = ?, result = " + result
                + " WHERE claim_id IN (" + Statements.marks(ids.size()) + ")";
        return Statements.update(connection, sql, values.toArray()) == results.size();
    }

    /** What the result becomes in SQL; adds the values in it. */
    private String result(Map<String, List<Object>> idsByResult, List<Object> values) {
        if (idsByResult.size() == 1) {
            values.addAll(idsByResult.keySet());
            return "?";
        }
        StringBuilder choice = new StringBuilder("CASE");
        idsByResult.forEach((result, some) -> {
            List<Object> ids = Statements.padded(some);
            choice.append(" WHEN claim_id IN (")
                    .append(Statements.marks(ids.size()))
                    .append(") THEN ")
                    .append(database.textValue());
            values.addAll(ids);
            values.add(result);
        });
        return choice.append(" END").toString();
    }

    private static Set<String> ids(Collection<NewClaim> claims) {
        Set<String> ids = new HashSet<>();
        claims.forEach(claim -> ids.add(claim.key().id()));
        return ids;
    }
}
