package dev.tilab.journal;

import java.time.LocalDate;

/**
 * A day's file, byte for byte as it is kept.
 *
 * @param date the day under which it is filed
 * @param endDate last day of an entry that covers several, or null
 */
public record KeptFile(LocalDate date, LocalDate endDate, byte[] bytes) {}
