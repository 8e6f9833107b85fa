package dev.tilab.journal;

import java.util.Optional;

/** A day, the nearest one before it and the nearest one after it, read without their texts. */
public record DayAndNeighbours(EntrySummary day, Optional<EntrySummary> previous, Optional<EntrySummary> next) {}
