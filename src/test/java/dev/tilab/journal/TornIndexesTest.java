package dev.tilab.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.index.Index;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.result.Row;
import org.h2.value.Value;
import org.h2.value.ValueDate;
import org.h2.value.ValueVarchar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An index that a kill left with other rows than its table: a day was not found any more, or could not be saved for good. */
@Tag("slow")
class TornIndexesTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 6);

    private final DataSource source = memory();
    private final JdbcClient database = JdbcClient.create(source);
    private final TornIndexes indexes = new TornIndexes(database);
    private Connection held;

    private static DataSource memory() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:torn-indexes");
        source.setUser("sa");
        source.setPassword("");
        return source;
    }

    @BeforeEach
    void aDay() throws Exception {
        held = source.getConnection();
        Flyway.configure().dataSource(source).load().migrate();
        database.sql("insert into revision (bytes, charset_name, sha256, saved_at) values (X'00', 'UTF-8', '', now())")
                .update();
        database.sql("""
                        insert into entry (version, entry_date, live_date, revision_id, day_note, excerpt, created_at, updated_at)
                        values (0, :day, :day, 1, '', '', now(), now())""").param("day", DAY).update();
        database.sql("insert into topic values (1, 0, 'title')").update();
        database.sql("insert into mention values (1, 0, 'TAG', 'aws', 0, '')").update();
    }

    @AfterEach
    void close() throws Exception {
        held.close();
    }

    @Test
    void wholeIndexesStayAsTheyAre() {
        assertThat(indexes.tables()).isEmpty();
    }

    @Test
    void anIndexThatLacksARowIsMadeAnew() throws Exception {
        tear("ENTRY", "LIVE_DATE", Index::remove);
        assertThat(days()).isZero();

        assertThat(indexes.tables()).containsExactly("ENTRY");
        indexes.rebuild("ENTRY");

        assertThat(indexes.tables()).isEmpty();
        assertThat(days()).isEqualTo(1);
    }

    @Test
    void anIndexThatLeadsNowhereIsMadeAnew() throws Exception {
        tear("ENTRY", "LIVE_DATE", (index, session, row) -> {
            Row other = Tears.with(row, index, ValueDate.parse("2025-03-07"));
            index.add(session, Row.get(other.getValueList(), -1, 99));
        });

        assertThat(indexes.tables()).containsExactly("ENTRY");
        indexes.rebuild("ENTRY");

        assertThat(indexes.tables()).isEmpty();
        assertThat(database.sql("update entry set live_date = date '2025-03-07'")
                        .update())
                .as("the day is free")
                .isEqualTo(1);
    }

    /** As many rows in both, and yet the day is not found. */
    @Test
    void anIndexThatHasARowUnderAnotherValueIsMadeAnew() throws Exception {
        tear("ENTRY", "LIVE_DATE", (index, session, row) -> {
            index.remove(session, row);
            index.add(session, Tears.with(row, index, ValueDate.parse("2025-03-07")));
        });
        assertThat(days()).isZero();

        assertThat(indexes.tables()).containsExactly("ENTRY");
        indexes.rebuild("ENTRY");

        assertThat(indexes.tables()).isEmpty();
        assertThat(days()).isEqualTo(1);
    }

    /** They are derived from the day's text again: {@link TornDays}. */
    @Test
    void rowsOfADayAreDroppedWithTheirIndex() throws Exception {
        tear("TOPIC", "ENTRY_ID", Index::remove);

        assertThat(indexes.tables()).containsExactly("TOPIC");
        indexes.rebuild("TOPIC");

        assertThat(indexes.tables()).isEmpty();
        assertThat(database.sql("insert into topic values (1, 0, 'title')").update())
                .isEqualTo(1);
    }

    /** Guards against looking at the first column alone: a tag would be found under another name for good. */
    @Test
    void anIndexThatHasAnotherValueInALaterColumnIsSeen() throws Exception {
        tear("MENTION", "KIND", (index, session, row) -> {
            index.remove(session, row);
            Value[] values = row.getValueList().clone();
            values[index.getColumns()[1].getColumnId()] = ValueVarchar.get("gcp");
            index.add(session, Row.get(values, -1, row.getKey()));
        });

        assertThat(indexes.tables()).containsExactly("MENTION");
        indexes.rebuild("MENTION");

        assertThat(indexes.tables()).isEmpty();
    }

    private long days() {
        return database.sql("select count(*) from entry where live_date = :day")
                .param("day", DAY)
                .query(Long.class)
                .single();
    }

    private void tear(String table, String column, Tears.Tear tear) throws Exception {
        Tears.tear(held, table, column, 1, tear);
    }
}
