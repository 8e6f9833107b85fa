package dev.tilab.journal;

import java.time.LocalDate;

/**
 * A day that links to another one, or to a topic that stands there.
 *
 * @param date the day that links
 * @param line one line of plain text in which the link stands, 200 characters at most
 */
public record Backlink(LocalDate date, String line) {}
