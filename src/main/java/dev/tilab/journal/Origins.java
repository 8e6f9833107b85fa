package dev.tilab.journal;

import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.Matching;
import dev.tilab.journal.template.Tidy;

/**
 * Finds out which item of a day each item of a changed day was, for callers that do not say it. So only what differs is
 * written.
 *
 * <p>Items that are equal and in order belong together (longest common subsequence), then equal ones that moved, then those
 * with the same title, then those that stand alone between two that are known; what remains is new.
 */
public final class Origins {

    private Origins() {}

    /**
     * The given fields, tidied, with every item's origin in {@code current} found anew.
     *
     * @throws InvalidEntryException when there are more items than a day takes
     */
    public static DayFields match(DayFields current, DayFields given) {
        DayFields edited = Tidy.given(given);
        Rules.checkCounts(current, edited);
        return Matching.origins(
                edited, current, matching -> matching.byContent().byPlace());
    }
}
