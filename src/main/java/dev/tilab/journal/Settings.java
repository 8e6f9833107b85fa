package dev.tilab.journal;

import dev.tilab.journal.markdown.LineBreaks;
import dev.tilab.journal.template.OwnNames;

/**
 * What the journal's owner chose.
 *
 * @param id of this choice: rises with every change, 0 where nothing was ever chosen
 * @param names their own names for sections
 * @param lineBreaks what becomes of single line ends in what was learned
 */
public record Settings(long id, OwnNames names, LineBreaks lineBreaks) {

    /** Where nothing was ever chosen. */
    public static final Settings DEFAULT = new Settings(0, OwnNames.NONE, LineBreaks.KEPT);
}
