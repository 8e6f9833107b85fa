package dev.tilab.journal;

import dev.tilab.journal.Mention.Kind;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks days up by what was read out of their texts. Inside the transaction of whoever asks. */
final class Indexes {

    private final EntryRepository entries;
    private final JdbcClient database;
    private final SettingsStore settings;

    Indexes(EntryRepository entries, JdbcClient database, SettingsStore settings) {
        this.entries = entries;
        this.database = database;
        this.settings = settings;
    }

    private record Row(long id, DayInk ink, String readBy) {}

    /** Oldest first. A day that is not read anew yet ({@link ReadingAnew}) is read here, as {@link Summaries} does. */
    List<DayInk> ink(LocalDate from, LocalDate to) {
        Settings chosen = settings.current();
        String now = Derived.readBy(chosen.names());
        return database
                .sql("""
                        select id, entry_date, end_date, written, lab, read_by from entry
                        where live_date between :from and :to order by live_date""")
                .param("from", from)
                .param("to", to)
                .query((row, i) -> new Row(
                        row.getLong("id"),
                        new DayInk(
                                row.getObject("entry_date", LocalDate.class),
                                row.getObject("end_date", LocalDate.class),
                                row.getInt("written"),
                                row.getBoolean("lab")),
                        row.getString("read_by")))
                .list()
                .stream()
                .map(row -> row.readBy().equals(now) ? row.ink() : read(row, chosen))
                .toList();
    }

    private DayInk read(Row row, Settings chosen) {
        return entries.findWithFile(row.id())
                .map(entry -> Derived.of(entry.readBy(chosen).document()))
                .map(said -> new DayInk(row.ink().date(), row.ink().endDate(), said.written(), said.lab()))
                .orElse(row.ink());
    }

    /** The newest day first, each day's in their order. */
    List<OpenChallenge> openChallenges(int limit) {
        return database.sql("""
                        select e.live_date, m.part, m.line from mention m join entry e on e.id = m.entry_id
                        where m.kind = :kind and m.name = '' and e.live_date is not null
                        order by e.live_date desc, m.part limit :limit""")
                .param("kind", Kind.CHALLENGE.name())
                .param("limit", limit)
                .query((row, i) -> new OpenChallenge(
                        row.getObject("live_date", LocalDate.class), row.getInt("part") + 1, row.getString("line")))
                .list();
    }

    long countOpenChallenges() {
        return database.sql("""
                        select count(*) from mention m join entry e on e.id = m.entry_id
                        where m.kind = :kind and m.name = '' and e.live_date is not null""")
                .param("kind", Kind.CHALLENGE.name())
                .query(Long.class)
                .single();
    }
}
