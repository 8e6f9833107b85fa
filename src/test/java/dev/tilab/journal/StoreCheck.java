package dev.tilab.journal;

import dev.tilab.journal.template.DayFields;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.index.Cursor;
import org.h2.index.Index;
import org.h2.jdbc.JdbcConnection;
import org.h2.result.Row;
import org.h2.result.SearchRow;
import org.h2.table.Column;
import org.h2.table.Table;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks whether everything in the store agrees: rows with texts, indexes with tables. */
final class StoreCheck {

    private static final Set<String> TABLES = Set.of("REVISION", "ENTRY", "TOPIC", "MENTION");

    /** As many as connections in the application's pool. */
    private static final int TRANSACTIONS = 10;

    private final Journal journal;
    private final DataSource source;
    private final JdbcClient database;

    StoreCheck(Journal journal, DataSource source) {
        this.journal = journal;
        this.source = source;
        this.database = JdbcClient.create(source);
    }

    /** What is wrong, a line each. */
    List<String> faults(List<LocalDate> days) throws SQLException {
        List<String> faults = new ArrayList<>();
        try (OpenTransactions others = new OpenTransactions(source)) {
            List<String> first = null;
            for (int number = 1; number <= TRANSACTIONS; number++) {
                List<String> seen = new ArrayList<>();
                guarded("read", faults, () -> seen.addAll(everything(others.another())));
                if (first != null && !first.equals(seen)) {
                    faults.add("transaction " + number + " sees another store than the first");
                }
                first = first == null ? seen : first;
            }
        }
        for (int i = 0; i < days.size(); i++) {
            LocalDate day = days.get(i);
            guarded(day.toString(), faults, () -> journal.find(day).ifPresent(entry -> rows(entry, faults)));
            try (OpenTransactions others = new OpenTransactions(source)) {
                for (int n = 0; n < i % 4; n++) {
                    others.another();
                }
                guarded(
                        day + " another save",
                        faults,
                        () -> journal.find(day).ifPresent(entry -> {
                            Entry again = journal.edit(
                                    day, entry.version(), Days.withTodo(entry.fields(), "again " + entry.version()));
                            rows(again, faults);
                        }));
            }
        }
        return faults.stream().distinct().toList();
    }

    /**
     * Transactions that go on, so that the next one gets another number: a change that H2 could not undo is seen by the transaction
     * that has the number of its own, and by no other.
     */
    private record OpenTransactions(DataSource source, List<Connection> open) implements AutoCloseable {

        OpenTransactions(DataSource source) {
            this(source, new ArrayList<>());
        }

        Connection another() throws SQLException {
            Connection connection = source.getConnection();
            open.add(connection);
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.executeQuery("select count(*) from topic").close();
            }
            return connection;
        }

        @Override
        public void close() throws SQLException {
            for (Connection connection : open) {
                connection.close();
            }
        }
    }

    /** Every row, by its table and by every index. */
    private static List<String> everything(Connection connection) throws SQLException {
        List<String> seen = new ArrayList<>();
        SessionLocal session =
                (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        for (Table table : session.getDatabase().getMainSchema().getAllTablesAndViews(session)) {
            if (TABLES.contains(table.getName())) {
                Index scan = table.getScanIndex(session);
                Set<Long> keys = new HashSet<>();
                for (Cursor rows = scan.find(session, null, null, false); rows.next(); ) {
                    keys.add(rows.get().getKey());
                    seen.add(table.getName() + " " + rows.get());
                }
                for (Index index : table.getIndexes()) {
                    if (!keys.equals(keys(session, index))) {
                        throw new IllegalStateException(
                                "index " + index.getName() + " and " + table.getName() + " have different rows");
                    }
                }
            }
        }
        return seen;
    }

    /** The rows that an index leads to; H2's own way, so that no planner takes another one. */
    private static Set<Long> keys(SessionLocal session, Index index) {
        Set<Long> keys = new HashSet<>();
        for (Cursor cursor = index.find(session, null, null, false); cursor.next(); ) {
            SearchRow key = cursor.getSearchRow();
            Row row = cursor.get();
            for (Column column : index.getColumns()) {
                if (column != null && !key.getValue(column.getColumnId()).equals(row.getValue(column.getColumnId()))) {
                    throw new IllegalStateException(
                            "index " + index.getName() + " says another " + column.getName() + " than its table");
                }
            }
            if (!keys.add(key.getKey())) {
                throw new IllegalStateException("index " + index.getName() + " has a row twice");
            }
        }
        return keys;
    }

    private static void guarded(String what, List<String> faults, Check check) {
        try {
            check.run();
        } catch (Exception | AssertionError | StackOverflowError broken) {
            faults.add(what + ": "
                    + String.valueOf(broken.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private interface Check {
        void run() throws SQLException;
    }

    private void rows(Entry entry, List<String> faults) {
        DayFields said = entry.fields();
        long id = entry.id();
        List<String> titles = database.sql(
                        "select place || ' ' || title from topic where entry_id = :id order by place")
                .param("id", id)
                .query(String.class)
                .list();
        List<DayFields.Topic> topics = said.topics();
        if (!titles.equals(IntStream.range(0, topics.size())
                .mapToObj(i -> i + " " + topics.get(i).title())
                .toList())) {
            faults.add(entry.date() + ": rows of topic are not those of its text");
        }
        List<Mention> mentions = new DerivedRows(database).of(entry).mentions();
        if (!mentions.equals(Mentions.of(entry.document()))) {
            faults.add(entry.date() + ": rows of mention are not those of its text");
        }
        List<String> columns = database.sql("select day_note || '|' || excerpt from entry where id = :id")
                .param("id", id)
                .query(String.class)
                .list();
        if (!columns.equals(List.of(entry.document().dayNote() + "|" + Excerpt.of(said)))) {
            faults.add(entry.date() + ": columns of the entry are not those of its text");
        }
    }
}
