package dev.tilab.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * THE list of tables whose rows repeat what a day's text says, in their places. A kill may leave them with holes, which lists of an
 * {@link Entry} cannot have: so they are read and dropped here, past them.
 */
final class DerivedRows {

    private static final String TOPIC = "topic";
    private static final String MENTION = "mention";

    static final Set<String> TABLES = Set.of(TOPIC, MENTION);

    private final JdbcClient database;

    DerivedRows(JdbcClient database) {
        this.database = database;
    }

    /** What a day's columns and rows say; null where a row is missing. */
    Derived of(Entry entry) {
        return entry.derived(
                rows(TOPIC, entry.id(), (row, i) -> row.getString("title")),
                rows(
                        MENTION,
                        entry.id(),
                        (row, i) -> Mention.of(
                                row.getString("kind"),
                                row.getString("name"),
                                row.getInt("part"),
                                row.getString("line"))));
    }

    void delete(long entry) {
        for (String table : TABLES) {
            database.sql("delete from " + table + " where entry_id = :id")
                    .param("id", entry)
                    .update();
        }
    }

    private <T> List<T> rows(String table, long entry, RowMapper<T> mapper) {
        List<T> rows = new ArrayList<>();
        database.sql("select * from " + table + " where entry_id = :id order by place")
                .param("id", entry)
                .query(row -> {
                    while (rows.size() < row.getInt("place")) {
                        rows.add(null);
                    }
                    rows.add(mapper.mapRow(row, rows.size()));
                });
        return rows;
    }
}
