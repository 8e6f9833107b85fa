package dev.tilab.journal.web;

import dev.tilab.journal.Journal;
import dev.tilab.journal.TopicPlace;
import dev.tilab.support.StoreException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where the topics stand that a text links to.
 *
 * @param places by the topics' titles as titles are compared
 */
record TopicLinks(Map<String, TopicPlace> places) {

    static final TopicLinks NONE = new TopicLinks(Map.of());

    /** Of a stored day. */
    static TopicLinks of(Journal journal, long entry) {
        return new TopicLinks(journal.indexes().linkedFrom(entry));
    }

    /** Of a text that is being written. That matters more than where it leads: while the store is away, it leads nowhere. */
    static TopicLinks of(Journal journal, String text) {
        try {
            return new TopicLinks(journal.indexes().linkedFrom(text));
        } catch (StoreException away) {
            return NONE;
        }
    }

    /** As the renderer asks for them. */
    Function<String, Optional<String>> addresses() {
        return title -> Optional.ofNullable(places.get(title)).map(TopicPlace::href);
    }
}
