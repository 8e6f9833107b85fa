package dev.tilab.journal;

import dev.tilab.journal.template.FileDate;
import dev.tilab.journal.template.TilDocument;
import dev.tilab.support.OneLine;
import java.time.LocalDate;
import java.util.Optional;

/** Name of a file that is brought in, folders included, as these may tell the month. */
final class FileName {

    private static final int CHARACTERS = 255;

    private final String path;

    /** @param path null when the file has no name */
    FileName(String path) {
        this.path = path == null ? "" : path;
    }

    /** The name alone, as it is kept; empty when there is none. */
    Optional<String> withoutFolders() {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return Optional.of(OneLine.of(Text.storable(name), CHARACTERS)).filter(kept -> !kept.isEmpty());
    }

    /** The day that the name says; of several days the first. */
    Optional<LocalDate> day() {
        return FileDate.of(path);
    }

    /**
     * The last of several days that begin with the given one: the text's word, where it speaks of that day, else the name's.
     */
    Optional<LocalDate> lastDay(LocalDate day, TilDocument document) {
        if (document.date().filter(day::equals).isPresent()) {
            return document.endDate();
        }
        return FileDate.range(path)
                .filter(range -> range.first().equals(day) && range.last().isAfter(day))
                .map(FileDate::last);
    }
}
