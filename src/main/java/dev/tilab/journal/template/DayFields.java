package dev.tilab.journal.template;

import java.time.LocalDate;
import java.util.List;

/**
 * A day as fields: what the form shows and what the API takes. Texts have {@code \n} as line end, no blank lines at their
 * beginning and end, and are empty (never null) where the day says nothing.
 *
 * @param date the day
 * @param scrum the four scrum notes
 * @param topics what was learned, in order
 * @param challenges challenges and how they were solved, in order
 * @param retrospective the day's retrospective, Markdown
 * @param references links, in order
 */
public record DayFields(
        LocalDate date,
        Scrum scrum,
        List<Topic> topics,
        List<Challenge> challenges,
        String retrospective,
        List<Reference> references) {

    /** Marks an item that is new: it has no place in the document yet. */
    public static final int NEW = -1;

    public DayFields {
        topics = List.copyOf(topics);
        challenges = List.copyOf(challenges);
        references = List.copyOf(references);
    }

    /**
     * The scrum block.
     *
     * @param todo today's to-do
     * @param specialNotes special notes
     * @param yesterdayTodo yesterday's to-do
     * @param yesterdayRetrospective yesterday's retrospective
     */
    public record Scrum(String todo, String specialNotes, String yesterdayTodo, String yesterdayRetrospective) {
        public static final Scrum EMPTY = new Scrum("", "", "", "");
    }

    /**
     * One topic.
     *
     * @param origin position of the topic in the document that was read, or {@link #NEW}; tells a moved topic from a new one
     * @param title one line, without "Topic 1:"
     * @param body Markdown
     */
    public record Topic(int origin, String title, String body) {}

    /**
     * One challenge.
     *
     * @param origin position in the document that was read, or {@link #NEW}
     * @param problem what was hard, without "Challenge 1:"
     * @param solution how it was solved; empty while it is not
     */
    public record Challenge(int origin, String problem, String solution) {}

    /**
     * One reference.
     *
     * @param origin position in the document that was read, or {@link #NEW}
     * @param title text of the link; empty for a bare address
     * @param url address; empty for a sentence without one
     */
    public record Reference(int origin, String title, String url) {}
}
