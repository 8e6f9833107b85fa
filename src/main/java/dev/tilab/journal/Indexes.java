package dev.tilab.journal;

import dev.tilab.journal.Mention.Kind;
import dev.tilab.support.StoreException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks days up by what was read out of their texts when those were saved, so that pages about many days read none. The trash is
 * nowhere among them. Fails with {@link StoreException} while the store cannot be read.
 */
public final class Indexes {

    private static final RowMapper<TopicPlace> PLACE = (row, i) -> new TopicPlace(
            row.getString("name"),
            row.getString("line"),
            row.getObject("live_date", LocalDate.class),
            row.getInt("part"));

    private final EntryRepository entries;
    private final JdbcClient database;
    private final SettingsStore settings;
    private final Transactions store;

    Indexes(EntryRepository entries, JdbcClient database, SettingsStore settings, Transactions store) {
        this.entries = entries;
        this.database = database;
        this.settings = settings;
        this.store = store;
    }

    private record Row(long id, DayInk ink, String readBy) {}

    /** Oldest first. A day that is not read anew yet ({@link ReadingAnew}) is read here, as {@link Summaries} does. */
    List<DayInk> ink(LocalDate from, LocalDate to) {
        return store.read(() -> {
            Settings chosen = settings.current();
            String now = Derived.readBy(chosen.names());
            return rows(from, to).stream()
                    .map(row -> row.readBy().equals(now) ? row.ink() : read(row, chosen))
                    .toList();
        });
    }

    private List<Row> rows(LocalDate from, LocalDate to) {
        return database.sql("""
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
                .list();
    }

    private DayInk read(Row row, Settings chosen) {
        return entries.findWithFile(row.id())
                .map(entry -> Derived.of(entry.readBy(chosen).document()))
                .map(said -> new DayInk(row.ink().date(), row.ink().endDate(), said.written(), said.lab()))
                .orElse(row.ink());
    }

    /** The newest day first, each day's in their order. */
    List<OpenChallenge> openChallenges(int limit) {
        return store.read(() -> database.sql("""
                        select e.live_date, m.part, m.line from mention m join entry e on e.id = m.entry_id
                        where m.kind = :kind and e.live_date is not null
                        order by e.live_date desc, m.part limit :limit""")
                .param("kind", Kind.CHALLENGE.name())
                .param("limit", limit)
                .query((row, i) -> new OpenChallenge(
                        row.getObject("live_date", LocalDate.class), row.getInt("part"), row.getString("line")))
                .list());
    }

    long countOpenChallenges() {
        return store.read(() -> database.sql("""
                        select count(*) from mention m join entry e on e.id = m.entry_id
                        where m.kind = :kind and e.live_date is not null""")
                .param("kind", Kind.CHALLENGE.name())
                .query(Long.class)
                .single());
    }

    /** All tags, by their names: sorted here, because databases do not agree on the order of letters. */
    public List<TagCount> tags() {
        List<TagCount> tags = store.read(() -> database.sql("""
                        select m.name, count(*) as days from mention m join entry e on e.id = m.entry_id
                        where m.kind = :kind and e.live_date is not null group by m.name""")
                .param("kind", Kind.TAG.name())
                .query((row, i) -> new TagCount(row.getString("name"), row.getLong("days")))
                .list());
        return tags.stream().sorted(Comparator.comparing(TagCount::tag)).toList();
    }

    /** Every topic that has a title: by its name, and where several days have it, the newest first. */
    public List<TopicPlace> topics() {
        List<TopicPlace> newestFirst = store.read(() ->
                database.sql("""
                        select m.name, m.line, e.live_date, m.part from mention m join entry e on e.id = m.entry_id
                        where m.kind = :kind and e.live_date is not null
                        order by e.live_date desc, m.part""").param("kind", Kind.TITLE.name()).query(PLACE).list());
        return newestFirst.stream()
                .sorted(Comparator.comparing(TopicPlace::name))
                .toList();
    }

    /** Where the topics stand that a day links to, by their names; the newest day's where several have one. */
    public Map<String, TopicPlace> linkedFrom(long entry) {
        return store.read(() -> newest(database.sql("""
                        select t.name, t.line, e.live_date, t.part from mention m
                        join mention t on t.kind = :title and t.name = m.name join entry e on e.id = t.entry_id
                        where m.entry_id = :id and m.kind = :link and e.live_date is not null
                        order by e.live_date, t.part desc""")
                .param("title", Kind.TITLE.name())
                .param("link", Kind.TOPIC.name())
                .param("id", entry)
                .query(PLACE)
                .list()));
    }

    /** The same of a text that is not saved. */
    public Map<String, TopicPlace> linkedFrom(String text) {
        Collection<String> names = Mentions.linkedTopics(text);
        return names.isEmpty()
                ? Map.of()
                : store.read(() -> newest(database.sql("""
                        select t.name, t.line, e.live_date, t.part from mention t join entry e on e.id = t.entry_id
                        where t.kind = :title and t.name in (:names) and e.live_date is not null
                        order by e.live_date, t.part desc""")
                        .param("title", Kind.TITLE.name())
                        .param("names", names)
                        .query(PLACE)
                        .list()));
    }

    private static Map<String, TopicPlace> newest(List<TopicPlace> oldestFirst) {
        Map<String, TopicPlace> places = new HashMap<>();
        oldestFirst.forEach(place -> places.put(place.name(), place));
        return places;
    }

    /** Days that link to this one, or to a topic by a title that this one has; the newest first. */
    public List<Backlink> backlinks(LocalDate date, int limit) {
        return store.read(() -> database.sql("""
                        select distinct e.live_date, m.line from mention m join entry e on e.id = m.entry_id
                        where m.kind = :day and m.name = :date and e.live_date <> :date_itself
                        union
                        select e.live_date, m.line from entry d
                        join mention t on t.entry_id = d.id and t.kind = :title
                        join mention m on m.kind = :topic and m.name = t.name
                        join entry e on e.id = m.entry_id
                        where d.live_date = :date_itself and e.live_date <> :date_itself
                        order by 1 desc, 2 limit :limit""")
                .param("day", Kind.DAY.name())
                .param("topic", Kind.TOPIC.name())
                .param("title", Kind.TITLE.name())
                .param("date", date.toString())
                .param("date_itself", date)
                .param("limit", limit)
                .query((row, i) -> new Backlink(row.getObject(1, LocalDate.class), row.getString(2)))
                .list());
    }
}
