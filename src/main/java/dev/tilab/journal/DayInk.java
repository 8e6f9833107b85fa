package dev.tilab.journal;

import java.time.LocalDate;

/**
 * What a sheet of the year shows of a day, under the day that it is filed under.
 *
 * @param date the day
 * @param endDate last day of an entry that covers several, or null
 * @param written how many words it says; lines of the template that nobody filled do not count, so it may be 0
 * @param lab whether it tells of a run in a lab
 */
public record DayInk(LocalDate date, LocalDate endDate, int written, boolean lab) {}
