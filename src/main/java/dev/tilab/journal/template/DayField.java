package dev.tilab.journal.template;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** THE list of what a day can say, section by section; see {@link DaySection}. */
public enum DayField {
    TODO(DaySection.SCRUM, "todo", Kind.NOTE),
    SPECIAL_NOTES(DaySection.SCRUM, "specialNotes", Kind.NOTE),
    YESTERDAY_TODO(DaySection.SCRUM, "yesterdayTodo", Kind.NOTE),
    YESTERDAY_RETROSPECTIVE(DaySection.SCRUM, "yesterdayRetrospective", Kind.NOTE),

    TOPIC_TITLE(DaySection.TOPICS, "title", Kind.LINE, Limit.TITLE),
    TOPIC_BODY(DaySection.TOPICS, "body", Kind.MARKDOWN),

    CHALLENGE_PROBLEM(DaySection.CHALLENGES, "problem", Kind.NOTE, Limit.TITLE, true),
    CHALLENGE_SOLUTION(DaySection.CHALLENGES, "solution", Kind.NOTE),

    RETROSPECTIVE(DaySection.RETROSPECTIVE, "", Kind.MARKDOWN),

    REFERENCE_TITLE(DaySection.REFERENCES, "title", Kind.LINE, Limit.TITLE),
    REFERENCE_URL(DaySection.REFERENCES, "url", Kind.URL, Limit.URL),

    EXTRA_TITLE(DaySection.EXTRAS, "title", Kind.LINE, Limit.TITLE),
    EXTRA_BODY(DaySection.EXTRAS, "body", Kind.MARKDOWN);

    /** What kind of text it is; it says which spaces and line ends mean nothing. */
    public enum Kind {
        /** One line. */
        LINE,
        /** One line that is an address. */
        URL,
        /** Markdown behind a key or a bullet: neither spaces at the ends of its lines count nor an indent that they share. */
        NOTE,
        /** Markdown: what stands between the first word and the last counts. */
        MARKDOWN;

        /** Whether it can never be told in several lines. */
        public boolean isLine() {
            return this == LINE || this == URL;
        }
    }

    /** Characters of one line; they are counted only where it was changed. */
    private static final class Limit {
        static final int NONE = 0;
        static final int TITLE = 300;
        static final int URL = 2_000;
    }

    private static final Map<DaySection, List<DayField>> BY_SECTION = Stream.of(values())
            .collect(Collectors.groupingBy(
                    DayField::section, () -> new EnumMap<>(DaySection.class), Collectors.toUnmodifiableList()));

    private final DaySection section;
    private final String name;
    private final Kind kind;
    private final int limit;
    private final boolean required;

    DayField(DaySection section, String name, Kind kind) {
        this(section, name, kind, Limit.NONE);
    }

    DayField(DaySection section, String name, Kind kind, int limit) {
        this(section, name, kind, limit, false);
    }

    DayField(DaySection section, String name, Kind kind, int limit, boolean required) {
        this.section = section;
        this.name = name;
        this.kind = kind;
        this.limit = limit;
        this.required = required;
    }

    static List<DayField> of(DaySection section) {
        return BY_SECTION.get(section);
    }

    public DaySection section() {
        return section;
    }

    /** Its name in its section; empty where the section is nothing but this text. */
    public String fieldName() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    /** Most characters of what is written here in one line; 0 where it may be any text. */
    public int limit() {
        return limit;
    }

    /** Whether a row that says anything has to say this. */
    public boolean isRequired() {
        return required;
    }

    /** Its path without the number of the row: {@code topics.title}; the end of the keys of its texts. */
    public String key() {
        return name.isEmpty() ? section.path() : section.path() + "." + name;
    }

    /**
     * Its path: {@code topics[0].title}, {@code scrum.todo}, {@code retrospective}.
     *
     * @param row which row of the list, from 0; nothing to a section of one row
     */
    public String path(int row) {
        return section.isList() ? section.path() + "[" + row + "]." + name : key();
    }

    /** Which of its row's texts it is. */
    int place() {
        return of(section).indexOf(this);
    }
}
