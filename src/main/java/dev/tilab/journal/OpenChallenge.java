package dev.tilab.journal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A challenge that has no solution.
 *
 * @param date its day
 * @param number which of the day's challenges it is, from 1
 * @param problem one line of plain text, 200 characters at most
 */
public record OpenChallenge(LocalDate date, int number, String problem) {

    /** For how many days it has been open, 0 on its own day. */
    public long daysOpen(LocalDate today) {
        return Math.max(0, ChronoUnit.DAYS.between(date, today));
    }

    /** Where it stands on its day's page. */
    public String href() {
        return "/journal/" + date + "#" + PartAnchors.ofChallenge(number);
    }
}
