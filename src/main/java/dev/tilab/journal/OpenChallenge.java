package dev.tilab.journal;

import java.time.LocalDate;

/**
 * A challenge that has no solution.
 *
 * @param date its day
 * @param number which of the day's challenges it is, from 1
 * @param problem one line of plain text, 200 characters at most
 */
public record OpenChallenge(LocalDate date, int number, String problem) {}
