package dev.tilab.journal.year;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A year as a page shows it: a row for each month, a cell for each day, in the reader's words.
 *
 * @param year the year
 * @param words the year in words
 * @param months January to December
 * @param days how many days were written
 * @param streak how many days the streak is long: the one that can still go on in the year of today, else the longest of the year;
 *     0 if there is none
 * @param streakWords what that number counts
 * @param weekWords how many words a week has, and in the year of today this week
 */
public record YearSheet(
        int year, String words, List<Month> months, int days, int streak, String streakWords, String weekWords) {

    public YearSheet {
        months = List.copyOf(months);
    }

    /**
     * @param href where the days of the month are listed, null where none is written
     * @param words the month, for a row of the sheet
     * @param days on how many days something was written
     * @param written how many words
     * @param labs how many days tell of a lab's run
     */
    public record Month(@Nullable String href, String words, List<Cell> cells, int days, long written, int labs) {
        public Month {
            cells = List.copyOf(cells);
        }
    }

    /**
     * @param href where the day is read, or written; null for a day to come
     * @param look names of what is drawn
     * @param label what it says, null where nothing does
     */
    public record Cell(
            @Nullable String href, String look, @Nullable String label) {}
}
