package dev.tilab.journal.template;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A day as fields: what the form shows and what the API takes. Its shape is {@link DaySection} and {@link DayField}: whoever does
 * the same to every field walks them; the records below are for those who read and write one section of the file.
 *
 * <p>Texts have {@code \n} as line end, no blank lines at their beginning and end, and are empty (never null) where the day says
 * nothing. Immutable; a change copies the section that it is in.
 *
 * @param date the day
 * @param sections the rows of every section, in order; exactly one where the section is no list
 */
public record DayFields(LocalDate date, Map<DaySection, List<DayRow>> sections) {

    /** Marks an item that is new: it has no place in the document yet. */
    public static final int NEW = -1;

    public DayFields {
        Map<DaySection, List<DayRow>> whole = new EnumMap<>(DaySection.class);
        for (DaySection section : DaySection.values()) {
            List<DayRow> rows = sections.getOrDefault(section, List.of());
            whole.put(section, rows.isEmpty() && !section.isList() ? List.of(section.blank()) : List.copyOf(rows));
        }
        sections = Collections.unmodifiableMap(whole);
    }

    /** A day section by section, as its file is read. */
    public DayFields(
            LocalDate date,
            Scrum scrum,
            List<Topic> topics,
            List<Challenge> challenges,
            String retrospective,
            List<Reference> references) {
        this(
                date,
                Map.of(
                        DaySection.SCRUM, List.of(scrum),
                        DaySection.TOPICS, List.copyOf(topics),
                        DaySection.CHALLENGES, List.copyOf(challenges),
                        DaySection.RETROSPECTIVE, List.of(new Retrospective(retrospective)),
                        DaySection.REFERENCES, List.copyOf(references)));
    }

    /** A day that says nothing. */
    public static DayFields empty(LocalDate date) {
        return new DayFields(date, Map.of());
    }

    public List<DayRow> rows(DaySection section) {
        return sections.get(section);
    }

    /** What a field of a section of one row says. */
    public String text(DayField field) {
        return rows(field.section()).get(0).text(field);
    }

    /** What the field says in every row. */
    public Stream<String> texts(DayField field) {
        return rows(field.section()).stream().map(row -> row.text(field));
    }

    /** Every text by its path, {@code topics[0].title}, in the order of the shape. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (DaySection section : DaySection.values()) {
            for (int i = 0; i < rows(section).size(); i++) {
                for (DayField field : section.fields()) {
                    texts.put(field.path(i), rows(section).get(i).text(field));
                }
            }
        }
        return texts;
    }

    /** The day with another text in a field of a section of one row. */
    public DayFields with(DayField field, String text) {
        return with(field.section(), List.of(rows(field.section()).get(0).with(field, text)));
    }

    /** The day with other rows in a section. */
    public DayFields with(DaySection section, List<? extends DayRow> rows) {
        Map<DaySection, List<DayRow>> changed = new EnumMap<>(sections);
        changed.put(section, List.copyOf(rows));
        return new DayFields(date, changed);
    }

    /** The same under another date. */
    public DayFields dated(LocalDate other) {
        return new DayFields(other, sections);
    }

    /** The day with every row changed. */
    DayFields eachRow(UnaryOperator<DayRow> change) {
        Map<DaySection, List<DayRow>> changed = new EnumMap<>(DaySection.class);
        sections.forEach((section, rows) ->
                changed.put(section, rows.stream().map(change).toList()));
        return new DayFields(date, changed);
    }

    /** The day with only those rows of its lists. */
    public DayFields onlyRows(Predicate<DayRow> kept) {
        Map<DaySection, List<DayRow>> changed = new EnumMap<>(sections);
        DaySection.lists()
                .forEach(section ->
                        changed.put(section, rows(section).stream().filter(kept).toList()));
        return new DayFields(date, changed);
    }

    public Scrum scrum() {
        return (Scrum) rows(DaySection.SCRUM).get(0);
    }

    public List<Topic> topics() {
        return typed(DaySection.TOPICS);
    }

    public List<Challenge> challenges() {
        return typed(DaySection.CHALLENGES);
    }

    /** The day's retrospective, Markdown. */
    public String retrospective() {
        return text(DayField.RETROSPECTIVE);
    }

    public List<Reference> references() {
        return typed(DaySection.REFERENCES);
    }

    public List<Extra> extras() {
        return typed(DaySection.EXTRAS);
    }

    /** A section makes all of its rows itself; where a list was given other ones, reading them fails. */
    @SuppressWarnings("unchecked")
    private <R extends DayRow> List<R> typed(DaySection section) {
        List<? extends DayRow> rows = rows(section);
        return (List<R>) rows;
    }

    /** The scrum block. */
    public record Scrum(int origin, List<String> texts) implements DayRow {
        public static final Scrum EMPTY = new Scrum("", "", "", "");

        public Scrum {
            texts = DayRow.filled(DaySection.SCRUM, texts);
        }

        public Scrum(String todo, String specialNotes, String yesterdayTodo, String yesterdayRetrospective) {
            this(NEW, List.of(todo, specialNotes, yesterdayTodo, yesterdayRetrospective));
        }

        @Override
        public DaySection section() {
            return DaySection.SCRUM;
        }

        /** Today's to-do. */
        public String todo() {
            return text(DayField.TODO);
        }

        public String specialNotes() {
            return text(DayField.SPECIAL_NOTES);
        }

        public String yesterdayTodo() {
            return text(DayField.YESTERDAY_TODO);
        }

        public String yesterdayRetrospective() {
            return text(DayField.YESTERDAY_RETROSPECTIVE);
        }
    }

    /** One topic. */
    public record Topic(int origin, List<String> texts) implements DayRow {
        public Topic {
            texts = DayRow.filled(DaySection.TOPICS, texts);
        }

        public Topic(int origin, String title, String body) {
            this(origin, List.of(title, body));
        }

        @Override
        public DaySection section() {
            return DaySection.TOPICS;
        }

        /** One line, without "Topic 1:". */
        public String title() {
            return text(DayField.TOPIC_TITLE);
        }

        /** Markdown. */
        public String body() {
            return text(DayField.TOPIC_BODY);
        }
    }

    /** One challenge. */
    public record Challenge(int origin, List<String> texts) implements DayRow {
        public Challenge {
            texts = DayRow.filled(DaySection.CHALLENGES, texts);
        }

        public Challenge(int origin, String problem, String solution) {
            this(origin, List.of(problem, solution));
        }

        @Override
        public DaySection section() {
            return DaySection.CHALLENGES;
        }

        /** What was hard, without "Challenge 1:". */
        public String problem() {
            return text(DayField.CHALLENGE_PROBLEM);
        }

        /** How it was solved; empty while it is not. */
        public String solution() {
            return text(DayField.CHALLENGE_SOLUTION);
        }
    }

    /** The day's retrospective. */
    public record Retrospective(int origin, List<String> texts) implements DayRow {
        public Retrospective {
            texts = DayRow.filled(DaySection.RETROSPECTIVE, texts);
        }

        Retrospective(String text) {
            this(NEW, List.of(text));
        }

        @Override
        public DaySection section() {
            return DaySection.RETROSPECTIVE;
        }
    }

    /** One reference. */
    public record Reference(int origin, List<String> texts) implements DayRow {
        public Reference {
            texts = DayRow.filled(DaySection.REFERENCES, texts);
        }

        public Reference(int origin, String title, String url) {
            this(origin, List.of(title, url));
        }

        @Override
        public DaySection section() {
            return DaySection.REFERENCES;
        }

        /** Text of the link; empty for a bare address. */
        public String title() {
            return text(DayField.REFERENCE_TITLE);
        }

        /** Address; empty for a sentence without one. */
        public String url() {
            return text(DayField.REFERENCE_URL);
        }
    }

    /** A section that is none of the template's. */
    public record Extra(int origin, List<String> texts) implements DayRow {
        public Extra {
            texts = DayRow.filled(DaySection.EXTRAS, texts);
        }

        public Extra(int origin, String title, String body) {
            this(origin, List.of(title, body));
        }

        @Override
        public DaySection section() {
            return DaySection.EXTRAS;
        }

        /** What its heading says. */
        public String title() {
            return text(DayField.EXTRA_TITLE);
        }

        /** Markdown. */
        public String body() {
            return text(DayField.EXTRA_BODY);
        }
    }
}
