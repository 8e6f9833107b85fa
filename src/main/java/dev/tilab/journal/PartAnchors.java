package dev.tilab.journal;

import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.Section;
import dev.tilab.journal.template.Slice;
import dev.tilab.journal.template.TilDocument;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Where the parts of a day stand on its page, for the page itself and for whoever leads there. Sections of one part are named as in
 * the shape of a day: {@code scrum}, {@code challenges}, {@code retrospective}, {@code references}.
 */
public final class PartAnchors {

    /** Of text above the first heading. */
    public static final String FREE = "text";

    private static final String TOPIC = "topic-";

    private static final String CHALLENGE = "challenge-";

    private static final Set<Slice.Kind> TOPICS = EnumSet.of(Slice.Kind.TOPIC, Slice.Kind.PREAMBLE);

    private PartAnchors() {}

    /** {@code topic-1} or {@link #FREE} for each topic of the day, empty for one that says nothing. */
    public static List<String> ofTopics(TilDocument document) {
        List<Boolean> preamble = document.slices().stream()
                .filter(slice -> TOPICS.contains(slice.kind()) && !slice.text().isBlank())
                .map(slice -> slice.kind() == Slice.Kind.PREAMBLE)
                .toList();
        List<String> anchors = new ArrayList<>();
        int number = 0;
        for (DayFields.Topic topic : document.fields().topics()) {
            int place = anchors.size();
            boolean free = topic.title().isBlank() && place < preamble.size() && preamble.get(place);
            anchors.add(topic.isBlank() ? "" : free ? FREE : ofTopic(++number));
        }
        return anchors;
    }

    /** Where the topic of that number stands. */
    public static String ofTopic(int number) {
        return TOPIC + number;
    }

    /** Which topic of the day it is, from 1; 0 for what has no number. */
    static int number(String topic) {
        return topic.startsWith(TOPIC) ? Integer.parseInt(topic.substring(TOPIC.length())) : 0;
    }

    /** Where the challenge of that number stands; those that say nothing are not counted. */
    public static String ofChallenge(int number) {
        return CHALLENGE + number;
    }

    /** {@code section-1} for each section that fits no field, empty for one that says nothing. */
    public static List<String> ofExtras(List<Section> extras) {
        List<String> anchors = new ArrayList<>();
        int number = 0;
        for (Section extra : extras) {
            boolean blank = extra.title().isBlank() && extra.body().isBlank();
            anchors.add(blank ? "" : "section-" + ++number);
        }
        return anchors;
    }
}
