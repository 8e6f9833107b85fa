package dev.tilab.journal.web.api;

import dev.tilab.journal.Entry;
import dev.tilab.journal.StaleEntryException;
import java.util.List;

/** The version of an entry as an entity tag (RFC 9110, 8.8.3 and 13.1.1). */
final class Versions {

    private Versions() {}

    static String eTag(Entry entry) {
        // By other names for sections the same text makes another answer.
        return "\"" + entry.version() + (entry.reading() == 0 ? "" : "." + entry.reading()) + "\"";
    }

    /**
     * The version that the caller bases its change on.
     *
     * @param ifMatch the values of {@code If-Match}: tags, or {@code *} for "whatever it is now"
     * @throws VersionRequiredException when there are none
     * @throws StaleEntryException when none is the entry's
     */
    static long required(List<String> ifMatch, Entry entry) {
        if (ifMatch == null || ifMatch.isEmpty()) {
            throw new VersionRequiredException();
        }
        // A number without quotes is no entity tag, but nothing else can be meant by it.
        String bare = Long.toString(entry.version());
        boolean matches = ifMatch.stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(eTag(entry)) || tag.equals(bare));
        if (!matches) {
            throw new StaleEntryException(entry);
        }
        return entry.version();
    }
}
