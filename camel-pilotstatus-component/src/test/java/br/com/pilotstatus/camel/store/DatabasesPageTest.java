/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.LogRecorder;
import br.com.pilotstatus.camel.store.ClaimDatabase.Product;
import br.com.pilotstatus.camel.store.ClaimStore.Status;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The statements and addresses that the page shows, run as they stand there. */
@Timeout(60)
class DatabasesPageTest {

    private static final Path PAGE = Path.of("src/main/docs/databases.md");
    private static final int CLAIMS = 200;

    @TempDir
    private Path directory;

    private static List<String> blocks(String language) throws IOException {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        List<String> found = new ArrayList<>();
        while (block.find()) {
            found.add(block.group(1));
        }
        return found;
    }

    private static void run(ClaimDatabase database, String statements) throws Exception {
        for (String statement : statements.replaceAll("(?m)^--.*$", "").split(";\\s*", -1)) {
            if (!statement.isBlank()) {
                database.execute(statement);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Product.class,
            names = {"POSTGRESQL", "MARIADB"},
            mode = EnumSource.Mode.EXCLUDE)
    void theStatementsMakeATableThatServes(Product product) throws Exception {
        try (ClaimDatabase database = new ClaimDatabase(product)) {
            run(database, "DROP TABLE pilotstatus_claims".repeat(hasTable(database) ? 1 : 0));
            run(database, blocks("sql").get(product == Product.H2_ORACLE ? 1 : 0));
            JdbcClaimStore store = new JdbcClaimStore(database.pool());
            assertThat(store.claim("a", "", null).status()).isEqualTo(Status.CLAIMED);
        }
    }

    private static boolean hasTable(ClaimDatabase database) {
        try {
            return database.count("SELECT COUNT(*) FROM pilotstatus_claims") >= 0;
        } catch (java.sql.SQLException e) {
            return false;
        }
    }

    @Test
    void aTableOfAnEarlierVersionIsBroughtUpToDate() throws Exception {
        try (ClaimDatabase database = new ClaimDatabase(Product.POSTGRESQL)) {
            database.execute("CREATE TABLE pilotstatus_claims (claim_key VARCHAR(512) NOT NULL PRIMARY KEY,"
                    + " content VARCHAR(128) NOT NULL, status VARCHAR(8) NOT NULL, result VARCHAR(256),"
                    + " since BIGINT NOT NULL, lease_until BIGINT)");
            long now = InstantSource.system().millis();
            database.execute("INSERT INTO pilotstatus_claims VALUES ('send|x|order~1', 'c', 'DONE', 'message 1', " + now
                    + ", NULL), ('send|x|order~2', 'c', 'CLAIMED', NULL, " + now + ", NULL)");
            String migration = blocks("sql").get(2);
            String table = blocks("sql").get(0);
            run(database, migration.replace("-- the statements above, then:\n", table));

            JdbcClaimStore store = new JdbcClaimStore(database.pool());
            assertThat(store.result("send|x|order~1")).hasValue("message 1");
            assertThat(store.claim("send|x|order~2", "c", null).status()).isEqualTo(Status.BUSY);
        }
    }

    /** The address of the page, in a directory of the test. */
    private String address(String name) throws IOException {
        return blocks("properties")
                .get(0)
                .lines()
                .filter(line -> line.startsWith("jdbc." + name + " = "))
                .findFirst()
                .orElseThrow()
                .replace("jdbc." + name + " = ", "")
                .replace("/var/lib/shop", directory.toString());
    }

    private static DataSource dataSource(String url) {
        return new DriverManagerDataSource(url, "SA", "");
    }

    @ParameterizedTest
    @CsvSource({"h2,;WRITE_DELAY=0", "hsqldb,;hsqldb.write_delay=false"})
    void anAddressThatHoldsNoCommitIsWarnedOf(String name, String setting) throws Exception {
        try (LogRecorder log = new LogRecorder()) {
            String good = address(name);
            new JdbcClaimStore(dataSource(good)).check();
            assertThat(log.lines("half a second later")).isEmpty();

            String bad = good.replace(setting, "").replace("/claims", "/other");
            new JdbcClaimStore(dataSource(bad)).check();
            assertThat(log.lines("half a second later")).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"h2,''", "hsqldb,;hsqldb.lock_file=false"})
    void aKillLosesNoClaim(String name, String withoutTheLockOfTheDead) throws Exception {
        String address = address(name);
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        address)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> written = new ArrayList<>();
        try (BufferedReader output = writer.inputReader(StandardCharsets.UTF_8)) {
            String line = output.readLine();
            while (line != null) {
                written.add(line);
                if (written.size() == CLAIMS) {
                    writer.toHandle().destroyForcibly();
                }
                line = output.readLine();
            }
        }
        writer.waitFor();

        JdbcClaimStore store = new JdbcClaimStore(dataSource(address + withoutTheLockOfTheDead));
        assertThat(written).hasSizeGreaterThanOrEqualTo(CLAIMS);
        for (String key : written) {
            assertThat(store.claim(key, "", Duration.ofMinutes(5)).status())
                    .as(key)
                    .isNotEqualTo(Status.CLAIMED);
        }
    }

    /** Claims until it is killed, and tells each claim once it is made. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] arguments) {
            try (HikariDataSource pool = new HikariDataSource()) {
                pool.setDataSource(dataSource(arguments[0]));
                JdbcClaimStore store = new JdbcClaimStore(pool);
                for (int i = 0; i < 100_000; i++) {
                    store.claim("key " + i, "", null);
                    System.out.println("key " + i);
                }
            }
        }
    }
}
