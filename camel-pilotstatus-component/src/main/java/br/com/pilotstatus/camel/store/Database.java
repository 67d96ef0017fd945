/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Calendar;
import java.util.TimeZone;

/** What differs between databases as far as claims are concerned. */
enum Database {
    POSTGRESQL("PostgreSQL", "SELECT CLOCK_TIMESTAMP()") {
        // Compared byte by byte, which costs a fraction of what the rules of a language do.
        @Override
        String idType() {
            return super.idType() + " COLLATE \"C\"";
        }
    },
    MYSQL("MySQL", "SELECT UTC_TIMESTAMP(3)") {
        @Override
        String textValue() {
            return "?";
        }

        @Override
        String first(int rows) {
            return " LIMIT " + rows;
        }
    },
    MARIADB("MariaDB", "SELECT UTC_TIMESTAMP(3)") {
        @Override
        String textValue() {
            return MYSQL.textValue();
        }

        @Override
        String first(int rows) {
            return MYSQL.first(rows);
        }
    },
    SQL_SERVER("Microsoft SQL Server", "SELECT SYSUTCDATETIME()"),
    ORACLE("Oracle", "SELECT SYS_EXTRACT_UTC(SYSTIMESTAMP) FROM DUAL") {
        @Override
        String longType() {
            return "NUMBER(19)";
        }

        // Only its versions from 23 on do.
        @Override
        boolean addsManyRows() {
            return false;
        }
    },
    DB2("DB2", "SELECT CURRENT TIMESTAMP - CURRENT TIMEZONE FROM SYSIBM.SYSDUMMY1"),
    H2("H2", "SELECT CURRENT_TIMESTAMP") {
        @Override
        boolean delaysWrites(Connection connection) {
            return tells(
                    connection,
                    "SELECT 1 FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'WRITE_DELAY' AND SETTING_VALUE <> '0'");
        }
    },
    HSQLDB("HSQL Database Engine", "VALUES(CURRENT_TIMESTAMP)") {
        @Override
        boolean delaysWrites(Connection connection) {
            // A database in memory has the setting, and no use for it.
            return tells(
                    connection,
                    "SELECT 1 FROM INFORMATION_SCHEMA.SYSTEM_PROPERTIES, INFORMATION_SCHEMA.SYSTEM_SESSIONINFO"
                            + " WHERE PROPERTY_NAME = 'hsqldb.write_delay_millis' AND PROPERTY_VALUE <> '0'"
                            + " AND KEY = 'DATABASE' AND VALUE NOT LIKE 'mem:%'");
        }
    },
    /** Its time has no zone; it lives in the process of its node as a rule. */
    DERBY("Apache Derby", "VALUES CURRENT_TIMESTAMP") {
        @Override
        TimeZone zone() {
            return TimeZone.getDefault();
        }
    },
    OTHER("", null) {
        @Override
        boolean addsManyRows() {
            return false;
        }

        @Override
        String first(int rows) {
            return "";
        }
    };

    private final String product;
    private final String time;

    Database(String product, String time) {
        this.product = product;
        this.time = time;
    }

    static Database of(Connection connection) throws SQLException {
        String name = connection.getMetaData().getDatabaseProductName();
        for (Database database : values()) {
            if (name.startsWith(database.product)) {
                return database;
            }
        }
        return OTHER;
    }

    /** Name of a type that holds a long. */
    String longType() {
        return "BIGINT";
    }

    /** Name of a type that holds an id of a row. */
    String idType() {
        return "VARCHAR(64)";
    }

    /** Whether one insert can add several rows, all or none of them. */
    boolean addsManyRows() {
        return true;
    }

    /** A value in the middle of an expression, as text of whatever length, so that one that is too long is refused. */
    String textValue() {
        return "CAST(? AS VARCHAR(4000))";
    }

    /** What ends a query that wants so many rows at most; empty where that is only told to the driver. */
    String first(int rows) {
        return " OFFSET 0 ROWS FETCH NEXT " + rows + " ROWS ONLY";
    }

    /** The zone of the time that it tells, where that has none of its own. */
    TimeZone zone() {
        return TimeZone.getTimeZone("UTC");
    }

    boolean tellsTime() {
        return time != null;
    }

    /** Whether what is committed is lost when this process dies a moment later. */
    boolean delaysWrites(Connection connection) {
        return false;
    }

    private static boolean tells(Connection connection, String query) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        } catch (SQLException e) {
            // Other versions may have other views; it is no more than a hint.
            return false;
        }
    }

    /** What time it is by its clock, in milliseconds since 1970. */
    long millis(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(time)) {
            rows.next();
            return rows.getTimestamp(1, Calendar.getInstance(zone())).getTime();
        }
    }
}
