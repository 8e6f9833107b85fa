package dev.tilab.journal.transfer;

import java.time.LocalDate;

/**
 * What became of a file.
 *
 * @param date the day, or null
 * @param step what was done; {@code SKIP} where nothing was
 * @param open whether nothing was done although something was wanted, and {@code why}
 */
public record Done(LocalDate date, Step step, boolean open, Skip why) {

    static Done of(LocalDate date, Step step) {
        return new Done(date, step, false, null);
    }

    static Done open(LocalDate date, String code, Object... arguments) {
        return new Done(date, Step.SKIP, true, Skip.of(code, arguments));
    }
}
