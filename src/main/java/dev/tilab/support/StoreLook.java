package dev.tilab.support;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;

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
        } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError e) {
            throw damaged(file, e);
        }
        throw damaged(file, null);
    }

    private static void tables(Path database, List<StoreCheck> checks) {
        Path file = StoreFile.of(database);
        String url = "jdbc:h2:file:" + database + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0"
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
                read(store, tables);
                if (!hold(store, checks)) {
                    throw damaged(file, null);
                }
            }
        } catch (StoreRefusedException | FlywayException told) {
            throw told;
        } catch (SQLException e) {
            throw e.getErrorCode() == IN_USE
                    ? new StoreRefusedException(inUse(database.getParent()), StoreRefusedException.USE_THAT, e)
                    : damaged(file, e);
        } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError e) {
            // A length that was changed in the file can make H2 do anything.
            throw damaged(file, e);
        }
    }

    private static boolean hold(Connection store, List<StoreCheck> checks) throws SQLException {
        for (StoreIndex index : StoreIndex.all(store)) {
            if (checks.stream().anyMatch(check -> check.irreplaceable().contains(index.table())) && !index.agrees(store)) {
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

    /** A page that cannot be read shows itself when it is read, and H2 reads none before somebody asks for it. */
    private static void read(Connection store, List<String> tables) throws SQLException {
        for (String table : tables) {
            try (Statement statement = store.createStatement();
                    ResultSet rows = statement.executeQuery("select * from " + StoreIndex.quoted(table))) {
                int width = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    for (int i = 1; i <= width; i++) {
                        rows.getObject(i);
                    }
                }
            }
        }
    }
}
