package dev.tilab.journal.web;

import dev.tilab.journal.Attachment;
import java.util.List;

/**
 * What a day's page shows that may change without the day's text.
 *
 * @param topics where the topics stand that it links to: other days move them
 * @param files what lies beside it
 */
record DayAround(TopicLinks topics, List<Attachment> files) {

    static final DayAround NOTHING = new DayAround(TopicLinks.NONE, List.of());
}
