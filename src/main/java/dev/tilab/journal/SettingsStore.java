package dev.tilab.journal;

import dev.tilab.journal.markdown.LineBreaks;
import dev.tilab.journal.template.DaySection;
import dev.tilab.journal.template.OwnNames;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/**
 * Settings in the database. Every change is a row of its own and none is ever changed, so that what was read under one of them can
 * be written under it; and one that was read once need not be read again, on however many instances.
 */
final class SettingsStore {

    private final JdbcClient database;
    private final Map<Long, Settings> known = new ConcurrentHashMap<>(Map.of(0L, Settings.DEFAULT));

    SettingsStore(JdbcClient database) {
        this.database = database;
    }

    /** Those of now. */
    Settings current() {
        Long last = database.sql("select max(id) from settings")
                .query(Long.class)
                .optional()
                .orElse(null);
        return last == null ? Settings.DEFAULT : of(last).orElseThrow();
    }

    /** Those of then; empty for a number that none ever had. */
    Optional<Settings> of(long id) {
        Settings seen = known.get(id);
        if (seen != null) {
            return Optional.of(seen);
        }
        Optional<Settings> read = database.sql("select line_breaks from settings where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(lineBreaks -> new Settings(id, names(id), LineBreaks.valueOf(lineBreaks)));
        read.ifPresent(settings -> known.put(id, settings));
        return read;
    }

    private OwnNames names(long id) {
        Map<DaySection, List<String>> names = new EnumMap<>(DaySection.class);
        database.sql("select section, name from section_name where settings_id = :id order by section, place")
                .param("id", id)
                .query(row -> {
                    names.computeIfAbsent(DaySection.valueOf(row.getString(1)), key -> new ArrayList<>())
                            .add(row.getString(2));
                });
        return OwnNames.of(names);
    }

    /** Puts other settings in the place of those of now. */
    Settings put(OwnNames names, LineBreaks lineBreaks, Instant now) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        database.sql("insert into settings (line_breaks, saved_at) values (:breaks, :now)")
                .param("breaks", lineBreaks.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update(key, "id");
        long id = key.getKeyAs(Long.class);
        for (DaySection section : DaySection.values()) {
            int place = 0;
            for (String name : names.of(section)) {
                database.sql(
                                "insert into section_name (settings_id, section, place, name) values (:id, :section, :place, :name)")
                        .param("id", id)
                        .param("section", section.name())
                        .param("place", place++)
                        .param("name", name)
                        .update();
            }
        }
        return new Settings(id, names, lineBreaks);
    }
}
