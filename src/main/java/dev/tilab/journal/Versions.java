package dev.tilab.journal;

import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.NotTextException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The texts that a day had before the one that it has now. Reads only: what is brought back is saved as a text like any other. */
@Service
public class Versions {

    private static final String CHAIN = """
            with recursive chain(id, previous_id, saved_at, size, age) as (
                select r.id, r.previous_id, r.saved_at, octet_length(r.bytes), 0
                from revision r join entry e on e.revision_id = r.id where e.live_date = :date
                union all
                select r.id, r.previous_id, r.saved_at, octet_length(r.bytes), c.age + 1
                from revision r join chain c on r.id = c.previous_id)
            select id, saved_at, size from chain order by age""";

    private final JdbcClient database;
    private final SettingsStore settings;

    Versions(JdbcClient database) {
        this.database = database;
        this.settings = new SettingsStore(database);
    }

    /**
     * One text of a day.
     *
     * @param id its name in addresses
     * @param savedAt when it was saved last
     * @param bytes how long the file is
     */
    public record Version(long id, Instant savedAt, long bytes) {}

    /**
     * An earlier text, with its file.
     *
     * @param fields what the text says, with the day that was asked for as its date
     */
    public record Earlier(Version version, byte[] file, DayFields fields) {}

    /** Every text of the day that was kept, the one that stands there now first; empty for a day without an entry. */
    public List<Version> of(LocalDate date) {
        return database.sql(CHAIN)
                .param("date", date)
                .query((row, i) -> new Version(
                        row.getLong("id"),
                        row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                        row.getLong("size")))
                .list();
    }

    /** One of them; empty for an id that is not the day's. */
    public Optional<Earlier> find(LocalDate date, long id) {
        return of(date).stream()
                .filter(version -> version.id() == id)
                .findFirst()
                .map(version -> {
                    byte[] file = database.sql("select bytes from revision where id = :id")
                            .param("id", id)
                            .query((row, i) -> row.getBytes(1))
                            .single();
                    try {
                        return new Earlier(
                                version,
                                file,
                                DayFile.read(file, settings.current().names())
                                        .document()
                                        .fields()
                                        .dated(date));
                    } catch (NotTextException changed) {
                        throw new IllegalStateException("revision " + id + " was text when it was saved", changed);
                    }
                });
    }
}
