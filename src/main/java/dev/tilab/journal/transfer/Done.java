package dev.tilab.journal.transfer;

import java.time.LocalDate;
import java.util.List;

/**
 * What became of a file.
 *
 * @param date the day, or null
 * @param step what was done; {@code SKIP} where nothing was
 * @param open whether nothing was done although something was wanted, and {@code why}
 * @param files how many pictures and files were attached
 * @param refused those that were not, and why
 */
public record Done(LocalDate date, Step step, boolean open, Skip why, int files, List<RefusedFile> refused) {

    static Done of(LocalDate date, Step step) {
        return new Done(date, step, false, null, 0, List.of());
    }

    static Done open(LocalDate date, String code, Object... arguments) {
        return new Done(date, Step.SKIP, true, Skip.of(code, arguments), 0, List.of());
    }
}
