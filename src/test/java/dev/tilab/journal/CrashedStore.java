package dev.tilab.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.store.fs.FilePath;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * One journal, many files one after the other: opens H2 on the file that it is told, with the very options of the application's
 * address, and records what H2 does to it. A context per file would cost seconds for each.
 */
final class CrashedStore extends AbstractDataSource {

    private final String address;
    private final String options;
    private volatile JdbcDataSource open;
    private Connection held;

    static class Parts {
        @Bean
        CrashedStore dataSource(JdbcConnectionDetails details) throws SQLException, IOException {
            FilePath.register(new RecordedPath());
            CrashedStore store = new CrashedStore(details.getJdbcUrl());
            store.open(store.file());
            store.addTables(Integer.getInteger("crashes.tables", 0));
            return store;
        }
    }

    private CrashedStore(String url) {
        int options = url.indexOf(';');
        this.address = url.substring(0, options).replaceFirst("^jdbc:h2:file:", "");
        this.options = url.substring(options);
    }

    /**
     * Others beside the journal's. H2 takes the state of one table after the other when it writes, so that many of them do what a
     * slow machine does: more happens between the first and the last.
     */
    private void addTables(int count) throws SQLException {
        try (Statement statement = held.createStatement()) {
            statement.execute("create schema other");
            for (int i = 0; i < count; i++) {
                statement.execute("create table other.t" + i + " (id bigint primary key)");
            }
        }
    }

    /** The file that the application would use. */
    Path file() {
        return Path.of(address + ".mv.db");
    }

    /** Opens a file; what is done to it from here on is in the answer. */
    Writes open(Path file) throws IOException, SQLException {
        Writes writes = new Writes(Files.exists(file) ? Files.readAllBytes(file) : new byte[0]);
        RecordedPath.into(writes);
        open = new JdbcDataSource();
        open.setURL("jdbc:h2:" + RecordedPath.SCHEME + ":" + file.toString().replaceFirst("\\.mv\\.db$", "") + options);
        open.setUser("sa");
        open.setPassword("");
        // H2 closes a file with its last connection.
        held = open.getConnection();
        return writes;
    }

    /** Closes the file without another word to it. */
    void drop() {
        try (Connection last = held;
                Statement statement = last.createStatement()) {
            statement.execute("shutdown immediately");
        } catch (SQLException closed) {
            // It says that it is closed.
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return open.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }
}
