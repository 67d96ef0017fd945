/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import br.com.pilotstatus.camel.store.ClaimStore.Claim;
import br.com.pilotstatus.camel.store.ClaimStore.Claims;
import br.com.pilotstatus.camel.store.ClaimStore.Status;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Stream;

/** Decides claims: those that come at the same moment together, and by itself each one of which that leaves something open. */
final class Claiming {

    /** A claim loses a race once against another node, and seldom twice; more means that something is wrong. */
    private static final int MAX_RACES = 10;
    /** More than the steps that can be under way when a database goes away. */
    private static final int MAX_UNANSWERED = 10_000;

    private static final int UNANSWERED_AT_ONCE = 100;

    private final ClaimTable table;
    private final Function<Database, ManyRows> rows;
    private final DatabaseClock clock;
    private final Duration retention;
    /** Claims that nobody was told of, and that may be in the table. */
    private final Queue<ClaimWish> unanswered = new ConcurrentLinkedQueue<>();

    Claiming(ClaimTable table, Function<Database, ManyRows> rows, DatabaseClock clock, Duration retention) {
        this.table = table;
        this.rows = rows;
        this.clock = clock;
        this.retention = retention;
    }

    /** The answers to several claims; null for one that must be decided by itself. */
    List<Claims> together(Connection connection, Database database, List<ClaimWish> wishes) throws SQLException {
        forgetUnanswered(connection);
        long now = clock.millis(connection, database);
        Map<String, NewClaim> wanted = new TreeMap<>();
        Set<String> asked = new HashSet<>();
        Set<ClaimWish> apart = new HashSet<>();
        for (ClaimWish wish : wishes) {
            if (wish.keys().stream().anyMatch(key -> wanted.containsKey(key.id()))) {
                // Of those who want the same key one is first, and the others must see that.
                apart.add(wish);
            } else {
                wish.keys().forEach(key -> wanted.put(key.id(), wish.at(now, key)));
                wish.asked().forEach(key -> asked.add(key.id()));
            }
        }
        asked.removeAll(wanted.keySet());
        ManyRows.Found found = rows.apply(database).claim(connection, wanted.values(), asked);
        List<Claims> answers = new ArrayList<>();
        for (ClaimWish wish : wishes) {
            answers.add(apart.contains(wish) ? null : answer(wish, found, now));
        }
        return answers;
    }

    private Claims answer(ClaimWish wish, ManyRows.Found found, long now) {
        List<Claim> claims = new ArrayList<>();
        for (ClaimKey key : wish.keys()) {
            ClaimRow row = found.rows().get(key.id());
            if (found.added().contains(key.id()) || (row != null && row.isOf(wish.token()))) {
                claims.add(wish.claimed());
            } else if (row == null || row.isOver(now, retention)) {
                return null;
            } else {
                claims.add(row.answer());
            }
        }
        return new Claims(claims, results(wish.asked(), found.rows(), now));
    }

    private Function<String, Optional<String>> results(
            Collection<ClaimKey> asked, Map<String, ClaimRow> rows, long now) {
        Map<String, String> results = new HashMap<>();
        for (ClaimKey key : asked) {
            ClaimRow row = rows.get(key.id());
            if (row != null && row.done() && !row.isOver(now, retention)) {
                results.put(ClaimKey.read(key.text()), row.result());
            }
        }
        return key -> Optional.ofNullable(results.get(key));
    }

    /** The answer to one claim. It may have been made before, by a try whose answer was lost. */
    Claims alone(Connection connection, Database database, ClaimWish wish) throws SQLException {
        forgetUnanswered(connection);
        List<Claim> claims = new ArrayList<>();
        for (ClaimKey key : wish.keys()) {
            Claim claim = claim(connection, database, key, wish);
            claims.add(claim);
            if (claim.status() == Status.BUSY) {
                // Two that want the same keys must not hold one each.
                break;
            }
        }
        Map<String, ClaimRow> rows = new HashMap<>();
        for (ClaimKey key : wish.asked()) {
            rows.put(key.id(), table.read(connection, key));
        }
        return new Claims(claims, results(wish.asked(), rows, clock.millis(connection, database)));
    }

    private Claim claim(Connection connection, Database database, ClaimKey key, ClaimWish wish) throws SQLException {
        SQLException refused = null;
        for (int race = 0; race < MAX_RACES; race++) {
            long now = clock.millis(connection, database);
            NewClaim claim = wish.at(now, key);
            refused = table.insert(connection, claim);
            ClaimRow row = refused == null ? null : table.read(connection, key);
            boolean over = row != null && row.isOver(now, retention);
            if (refused == null
                    || (row != null && row.isOf(wish.token()))
                    || (over && table.takeOver(connection, row, claim))) {
                return wish.claimed();
            }
            if (row != null && !over) {
                return row.answer();
            }
        }
        // Either the row changes hands faster than it can be read, or it is not the key that the database refuses.
        throw new IllegalStateException("The claim store could not write a claim", refused);
    }

    /** Notes a claim that nobody was told of, so that it is given back, should it be in the table. */
    void unanswered(ClaimWish wish) {
        if (unanswered.size() < MAX_UNANSWERED) {
            unanswered.add(wish);
        }
    }

    private void forgetUnanswered(Connection connection) throws SQLException {
        List<ClaimWish> wishes = someUnanswered();
        while (!wishes.isEmpty()) {
            try {
                table.release(connection, wishes);
            } catch (SQLException e) {
                unanswered.addAll(wishes);
                throw e;
            }
            wishes = someUnanswered();
        }
    }

    private List<ClaimWish> someUnanswered() {
        return Stream.generate(unanswered::poll)
                .limit(UNANSWERED_AT_ONCE)
                .takeWhile(Objects::nonNull)
                .toList();
    }
}
