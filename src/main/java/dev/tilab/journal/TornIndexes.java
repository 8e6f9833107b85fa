package dev.tilab.journal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Indexes of H2's that a kill left with other rows than their tables: what looks a day up by them, or would save it, fails. A table
 * is made anew from its rows, and its indexes with it.
 */
final class TornIndexes {

    /** Every index with all of its columns; a condition on the first one is what leads H2 to take it. */
    private static final String INDEXES = """
            select i.table_name, i.index_name, c.column_name, k.is_nullable,
                    (select listagg('"' || a.column_name || '"', ', ') within group (order by a.ordinal_position)
                        from information_schema.index_columns a
                        where a.index_schema = i.index_schema and a.index_name = i.index_name) as all_columns,
                    case k.data_type
                    when 'DATE' then 'date ''0001-01-01'''
                    when 'TIMESTAMP WITH TIME ZONE' then 'timestamp with time zone ''0001-01-01 00:00:00Z'''
                    when 'CHARACTER VARYING' then ''''''
                    when 'BIGINT' then '-9223372036854775808' end as least_value
            from information_schema.indexes i
            join information_schema.index_columns c on c.index_schema = i.index_schema and c.index_name = i.index_name
            join information_schema.columns k on k.table_schema = i.table_schema and k.table_name = i.table_name
                    and k.column_name = c.column_name
            where i.table_schema = 'PUBLIC' and c.ordinal_position = 1
                    and i.table_name in (:tables)""";

    /** Their rows are found by their own numbers, so that no other index has to be right. */
    private static final Set<String> KEPT = Set.of("REVISION", "ENTRY", "FILE_CONTENT", "FILE_PIECE", "ATTACHMENT");

    private final JdbcClient database;

    TornIndexes(JdbcClient database) {
        this.database = database;
    }

    private record Index(String table, String name, String column, boolean nullable, String columns, String least) {

        boolean isTorn(JdbcClient database) {
            // Counts alone would not see a row that the index has under another value than the table.
            String sum = "select count(*) || ' ' || coalesce(sum(h), 0) from (select ora_hash(concat_ws(' ', _rowid_, "
                    + columns + ")) h from \"" + table + "\" use index (";
            String all = sum + ") where \"" + column + "\" %s)";
            String byIndex = sum + "\"" + name + "\") where \"" + column + "\" %s)";
            return differ(database, all, byIndex, ">= " + least)
                    || nullable && differ(database, all, byIndex, "is null");
        }

        private static boolean differ(JdbcClient database, String all, String byIndex, String condition) {
            return !sum(database, all, condition).equals(sum(database, byIndex, condition));
        }

        private static String sum(JdbcClient database, String sql, String condition) {
            return database.sql(sql.formatted(condition)).query(String.class).single();
        }
    }

    /** Tables with an index that has other rows. */
    List<String> tables() {
        List<String> tables = Stream.concat(KEPT.stream(), DerivedRows.TABLES.stream())
                .map(table -> table.toUpperCase(Locale.ROOT))
                .toList();
        return database
                .sql(INDEXES)
                .param("tables", tables)
                .query((row, i) -> new Index(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4).equals("YES"),
                        row.getString(5),
                        row.getString(6)))
                .list()
                .stream()
                .filter(index -> index.least() != null && index.isTorn(database))
                .map(Index::table)
                .distinct()
                .toList();
    }

    /**
     * H2 copies a table row by row when its columns change, and makes its indexes from the copy. Rows that are derived from texts are
     * dropped instead, because H2 may read them by the torn index; {@link TornDays} derives them again.
     */
    void rebuild(String table) {
        if (KEPT.contains(table)) {
            database.sql("alter table \"" + table + "\" add column if not exists rebuilt boolean")
                    .update();
            database.sql("alter table \"" + table + "\" drop column rebuilt").update();
        } else {
            database.sql("truncate table \"" + table + "\"").update();
        }
    }
}
