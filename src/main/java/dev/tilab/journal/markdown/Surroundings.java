package dev.tilab.journal.markdown;

import java.util.Optional;
import java.util.function.Function;

/**
 * Where a text can lead to within the journal.
 *
 * @param topics the address of a topic by its title as titles are compared ({@link WikiLink#topic}), if there is one
 * @param files pictures and files that lie beside the text
 */
public record Surroundings(Function<String, Optional<String>> topics, TextFiles files) {

    /** Of a text that stands alone. */
    public static final Surroundings NONE = new Surroundings(title -> Optional.empty(), TextFiles.NONE);
}
