package dev.tilab.support;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/**
 * Looks through the whole journal, for reading only, before it is opened for writing: once it is open, H2 has gone back to an
 * older version, or has written to the tables of a newer TILab, and nobody can be told any more. A killed TILab leaves nothing
 * here that is not read, too.
 */
final class StoreLook {

    static final int IN_USE = ErrorCode.DATABASE_ALREADY_OPEN_1;

    private StoreLook() {}

    /**
     * @param database path of the database's file, without its ending
     * @throws StoreRefusedException when it is in use, damaged or none of a TILab that this one can go on with; its file is as it was
     */
    static void through(Path database, List<StoreCheck> checks) {
        tables(database, checks);
        versions(StoreFile.of(database));
    }

    /** Not while the tables are open: one process opens the file once. */
    private static void versions(Path file) {
        try {
            if (StoreVersions.newestIsWhole(file)) {
                return;
            }
        } catch (MVStoreException e) {
            throw e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED ? inUse(file.getParent(), e) : damaged(file, e);
        } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError e) {
            throw damaged(file, e);
        }
        throw damaged(file, null);
    }

    private static void tables(Path database, List<StoreCheck> checks) {
        Path file = StoreFile.of(database);
        String url = "jdbc:h2:file:" + database
                + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0"
                + ";LAZY_QUERY_EXECUTION=1";
        try (Connection store = DriverManager.getConnection(url, "sa", "")) {
            List<String> tables = tables(store);
            if (!tables.isEmpty() && !tables.contains("flyway_schema_history")) {
                throw new StoreRefusedException(
                        "The file " + file + " is no journal: what it holds was not written by TILab.",
                        StoreRefusedException.ANOTHER_FOLDER,
                        null);
            }
            if (!tables.isEmpty()) {
                history(url);
                if (!hold(store, rows(store, tables), checks)) {
                    throw damaged(file, null);
                }
            }
        } catch (StoreRefusedException | FlywayException told) {
            throw told;
        } catch (SQLException e) {
            throw e.getErrorCode() == IN_USE ? inUse(database.getParent(), e) : damaged(file, e);
        } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError e) {
            // A length that was changed in the file can make H2 do anything.
            throw damaged(file, e);
        }
    }

    /** @param rows numbers of each table's rows */
    private static boolean hold(Connection store, Map<String, long[]> rows, List<StoreCheck> checks)
            throws SQLException {
        for (StoreIndex index : StoreIndex.all(store)) {
            boolean irreplaceable =
                    checks.stream().anyMatch(check -> check.irreplaceable().contains(index.table()));
            if (irreplaceable && !index.leadsToNoneBut(rows.get(index.table()), store)) {
                return false;
            }
        }
        for (StoreCheck check : checks) {
            if (!check.holds(store)) {
                return false;
            }
        }
        return true;
    }

    static StoreRefusedException damaged(Path file, Throwable cause) {
        return new StoreRefusedException("The journal " + file + " is damaged.", StoreRefusedException.COPY, cause);
    }

    static String inUse(Object folder) {
        return "The data in " + folder + " is in use by another TILab that is still running.";
    }

    private static StoreRefusedException inUse(Path folder, Exception cause) {
        return new StoreRefusedException(inUse(folder), StoreRefusedException.USE_THAT, cause);
    }

    /** As at the real start; but what is new in this TILab is not missing yet. */
    private static void history(String url) {
        Flyway.configure()
                .dataSource(url, "sa", "")
                .ignoreMigrationPatterns("*:pending")
                .load()
                .validate();
    }

    private static List<String> tables(Connection store) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = store.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select table_name from information_schema.tables where table_schema = 'PUBLIC' order by table_name")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /**
     * Reads every row of every table: a page that cannot be read shows itself when it is read, and H2 reads none before somebody asks
     * for it.
     *
     * @return the numbers of each table's rows, ascending
     */
    private static Map<String, long[]> rows(Connection store, List<String> tables) throws SQLException {
        Map<String, long[]> rows = new HashMap<>();
        for (String table : tables) {
            LongStream.Builder numbers = LongStream.builder();
            try (Statement statement = store.createStatement();
                    ResultSet found = statement.executeQuery(
                            "select _rowid_, t.* from " + StoreIndex.quoted(table) + " t use index ()")) {
                int width = found.getMetaData().getColumnCount();
                while (found.next()) {
                    numbers.add(found.getLong(1));
                    for (int i = 2; i <= width; i++) {
                        found.getObject(i);
                    }
                }
            }
            rows.put(table, numbers.build().toArray());
        }
        return rows;
    }
}
