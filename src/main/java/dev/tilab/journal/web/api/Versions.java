package dev.tilab.journal.web.api;

import dev.tilab.journal.Entry;
import dev.tilab.journal.StaleEntryException;
import java.util.List;
import java.util.stream.Stream;

/** The version of an entry as an entity tag (RFC 9110, 8.8.3 and 13.1.1). */
final class Versions {

    private Versions() {}

    static String eTag(Entry entry) {
        // By other names for sections the same text makes another answer.
        return "\"" + entry.version() + (entry.reading() == 0 ? "" : "." + entry.reading()) + "\"";
    }

    /**
     * Whether the caller wants to save only what is new ({@code If-None-Match: *}).
     *
     * @param entry what the day has, or null
     * @throws ExistsException when it is not new
     */
    static boolean onlyNew(List<String> ifNoneMatch, Entry entry) {
        boolean onlyNew = tags(ifNoneMatch).anyMatch("*"::equals);
        if (entry != null && (onlyNew || tags(ifNoneMatch).anyMatch(eTag(entry)::equals))) {
            throw new ExistsException(entry);
        }
        return onlyNew;
    }

    private static Stream<String> tags(List<String> values) {
        return values == null
                ? Stream.empty()
                : values.stream()
                        .flatMap(value -> List.of(value.split(",")).stream())
                        .map(String::strip);
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
        boolean matches = tags(ifMatch).anyMatch(tag -> tag.equals("*") || tag.equals(eTag(entry)) || tag.equals(bare));
        if (!matches) {
            throw new StaleEntryException(entry);
        }
        return entry.version();
    }
}
