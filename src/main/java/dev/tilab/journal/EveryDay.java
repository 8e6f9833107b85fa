package dev.tilab.journal;

import dev.tilab.support.StoreException;
import dev.tilab.support.WriteTurns;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * All days that are not in the trash, for whoever keeps something derived from texts elsewhere and asks whether it is still so. Reads
 * only. Fails with {@link StoreException} while the store cannot be read.
 */
@Service
public class EveryDay {

    private final EntryRepository entries;
    private final JdbcClient database;
    private final Transactions store;
    private final SettingsStore settings;

    EveryDay(
            EntryRepository entries,
            JdbcClient database,
            PlatformTransactionManager transactions,
            ObjectProvider<WriteTurns> turns) {
        this.entries = entries;
        this.database = database;
        this.store = new Transactions(transactions, turns);
        this.settings = new SettingsStore(database);
    }

    /**
     * One day as it stands.
     *
     * @param id number of the entry
     * @param stamp another one whenever what is read of the day may be another thing: its text, its date, the rules and names by which
     *     it is read
     */
    public record Stamped(long id, String stamp) {}

    /** The newest day first. */
    public List<Stamped> stamps() {
        return store.read(() -> database.sql("""
                        select id, version, updated_at, read_by from entry where live_date is not null
                        order by live_date desc""")
                .query((row, i) -> new Stamped(
                        row.getLong("id"),
                        stamp(
                                row.getLong("version"),
                                row.getObject("updated_at", OffsetDateTime.class),
                                row.getString("read_by"))))
                .list());
    }

    /**
     * A day with its stamp.
     *
     * @param entry read by the settings of now
     */
    public record Day(Entry entry, String stamp) {}

    /** Empty for what is in the trash or gone. */
    public Optional<Day> find(long id) {
        return store.read(() -> {
            Optional<String> stamp = database.sql(
                            "select version, updated_at, read_by from entry where id = :id and live_date is not null")
                    .param("id", id)
                    .query((row, i) -> stamp(
                            row.getLong("version"),
                            row.getObject("updated_at", OffsetDateTime.class),
                            row.getString("read_by")))
                    .optional();
            return stamp.flatMap(there ->
                    entries.findWithFile(id).map(entry -> new Day(entry.readBy(settings.current()), there)));
        });
    }

    private static String stamp(long version, OffsetDateTime updatedAt, String readBy) {
        return version + "." + updatedAt.toInstant() + "." + readBy;
    }
}
