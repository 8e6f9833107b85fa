package dev.tilab.journal;

import dev.tilab.journal.template.Notice;
import java.time.LocalDate;

/**
 * What the journal has to say about an entry besides what its document says. The line is 0: no line of the text is meant.
 */
final class Notices {

    private Notices() {}

    /** The text says another day than the entry is filed under. */
    static Notice dateDiffers(LocalDate said) {
        return new Notice("date-differs", 0, said.toString());
    }

    /** The file came in another encoding, which lacked a character that was added. */
    static Notice charsetChanged(String before) {
        return new Notice("charset-changed", 0, before);
    }
}
