package dev.tilab.journal.transfer;

import dev.tilab.journal.KeptFile;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * In which folders an archive of the journal has its days, as repositories of diaries have them. Digits, Latin letters, hyphens
 * and at most one tilde: every system takes these names, and the importer reads the day out of each.
 */
public enum Layout {
    /** {@code 2025-03-06.md}. */
    FLAT("flat") {
        @Override
        String folder(LocalDate day) {
            return "";
        }
    },
    /** {@code Mar/2025-03-06.md}. */
    MONTH("month") {
        @Override
        String folder(LocalDate day) {
            return day.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + "/";
        }
    },
    /** {@code 2025/2025-03-06.md}. */
    YEAR("year") {
        @Override
        String folder(LocalDate day) {
            return day.getYear() + "/";
        }
    },
    /** {@code 2025/03/2025-03-06.md}. */
    YEAR_MONTH("year-month") {
        @Override
        String folder(LocalDate day) {
            return day.toString().substring(0, 7).replace('-', '/') + "/";
        }
    };

    private final String id;

    Layout(String id) {
        this.id = id;
    }

    abstract String folder(LocalDate day);

    /** Path of a day's file. Of several days both ends are named, or the last one would be lost. */
    String path(KeptFile file) {
        String last = file.endDate() == null ? "" : "~" + file.endDate();
        return folder(file.date()) + file.date() + last + ".md";
    }

    public static Optional<Layout> of(String id) {
        return Stream.of(values()).filter(layout -> layout.id.equals(id)).findFirst();
    }

    /** As addresses spell them; the first is taken where none is named. */
    public static List<String> ids() {
        return Stream.of(values()).map(layout -> layout.id).toList();
    }
}
