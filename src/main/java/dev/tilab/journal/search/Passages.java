package dev.tilab.journal.search;

import dev.tilab.journal.PartAnchors;
import dev.tilab.journal.Tags;
import dev.tilab.journal.template.DayField;
import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.DaySection;
import dev.tilab.journal.template.Property;
import dev.tilab.journal.template.Section;
import dev.tilab.journal.template.TilDocument;
import dev.tilab.support.OneLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cuts a day into passages: along its shape, and a long text at the ends of its lines. No word of it is left out. */
final class Passages {

    static final List<String> SECTIONS = Stream.concat(
                    Stream.of(Passage.DAY), Arrays.stream(DaySection.values()).map(DaySection::path))
            .toList();

    /** What a hit shows is made from its passage anew each time, so no passage is longer. */
    static final int CHARACTERS = 6_000;

    /** A file of nothing but headings would be as many; what comes later is put together. */
    private static final int MOST = 600;

    private static final int AROUND = 4_000;

    /** Of what a day is about, in characters. */
    private static final int OUTLINE = 300;

    /** A stretch without any line end is cut anywhere. */
    private static final int LINE_END_WITHIN = 1_000;

    private final TilDocument document;
    private final DayFields fields;
    private final List<Piece> pieces = new ArrayList<>();

    private Passages(TilDocument document) {
        this.document = document;
        this.fields = document.fields();
    }

    /** One passage, before it is one of a day. */
    record Piece(String section, String anchor, String title, String text) {}

    /**
     * A day in pieces.
     *
     * @param around its titles
     * @param outline its topics, or else how its first text begins, in one line
     */
    record Day(
            long entry,
            LocalDate date,
            String stamp,
            String around,
            String outline,
            Set<String> tags,
            List<Piece> pieces) {}

    /**
     * @param entry number of the entry
     * @param stamp by what it was read
     */
    static List<Passage> of(long entry, LocalDate date, String stamp, TilDocument document) {
        List<Piece> pieces = pieces(document);
        Day whole = new Day(entry, date, stamp, around(document), outline(pieces), Tags.of(document), pieces);
        List<Passage> passages = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            passages.add(new Passage(whole, i, pieces.get(i)));
        }
        return passages;
    }

    static List<Piece> pieces(TilDocument document) {
        return new Passages(document).cut();
    }

    private static String around(TilDocument document) {
        String titles = Stream.concat(
                        Stream.of(document.title()), document.fields().texts(DayField.TOPIC_TITLE))
                .filter(title -> !title.isBlank())
                .collect(Collectors.joining("\n"));
        return PlainWords.of(titles.substring(0, Math.min(AROUND, titles.length())));
    }

    private static String outline(List<Piece> pieces) {
        String topics = pieces.stream()
                .filter(piece -> piece.section().equals(DaySection.TOPICS.path()))
                .map(Piece::title)
                .filter(title -> !title.isBlank())
                .distinct()
                .collect(Collectors.joining(" / "));
        String first = pieces.stream()
                .filter(piece -> !piece.section().equals(Passage.DAY))
                .map(Piece::text)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
        return OneLine.of(Snippet.plain(topics.isEmpty() ? first : topics), OUTLINE);
    }

    private List<Piece> cut() {
        String head = document.properties().stream()
                .filter(property -> !property.value().equals(document.title()))
                .map(Passages::line)
                .collect(Collectors.joining("\n"));
        add(Passage.DAY, "", document.title(), joined(document.dayNote(), head), true);
        add(DaySection.SCRUM, joined(fields.scrum().texts()));
        List<String> anchors = PartAnchors.ofTopics(document);
        for (int i = 0; i < fields.topics().size(); i++) {
            DayFields.Topic topic = fields.topics().get(i);
            add(DaySection.TOPICS.path(), anchors.get(i), topic.title(), topic.body(), false);
        }
        for (DayFields.Challenge challenge : fields.challenges()) {
            add(DaySection.CHALLENGES, joined(challenge.problem(), challenge.solution()));
        }
        add(DaySection.RETROSPECTIVE, fields.retrospective());
        add(
                DaySection.REFERENCES,
                fields.references().stream()
                        .map(reference -> joined(reference.title(), reference.url()))
                        .collect(Collectors.joining("\n")));
        List<Section> extras = document.extras();
        List<String> places = PartAnchors.ofExtras(extras);
        for (int i = 0; i < extras.size(); i++) {
            add(
                    DaySection.EXTRAS.path(),
                    places.get(i),
                    extras.get(i).title(),
                    extras.get(i).body(),
                    false);
        }
        return bounded();
    }

    private static String line(Property property) {
        return property.name().isEmpty() ? property.value() : property.name() + ": " + property.value();
    }

    private void add(DaySection section, String text) {
        add(section.path(), section.path(), "", text, false);
    }

    private void add(String section, String anchor, String title, String text, boolean empty) {
        String name = PlainWords.of(title);
        String rest = PlainWords.of(text);
        if (!empty && name.isEmpty() && rest.isEmpty()) {
            return;
        }
        do {
            int end = end(rest);
            pieces.add(new Piece(section, anchor, name, rest.substring(0, end).strip()));
            rest = rest.substring(end);
        } while (!rest.isBlank());
    }

    /** Where the first passage of the text ends: behind a line, where one ends before it would be too long. */
    private static int end(String text) {
        if (text.length() <= CHARACTERS) {
            return text.length();
        }
        int line = text.lastIndexOf('\n', CHARACTERS);
        int end = line > CHARACTERS - LINE_END_WITHIN ? line : CHARACTERS;
        return Character.isLowSurrogate(text.charAt(end)) ? end + 1 : end;
    }

    /** What comes after {@link #MOST} pieces stands together in as few as hold it. */
    private List<Piece> bounded() {
        if (pieces.size() <= MOST) {
            return List.copyOf(pieces);
        }
        List<Piece> late = List.copyOf(pieces.subList(MOST, pieces.size()));
        pieces.subList(MOST, pieces.size()).clear();
        int from = 0;
        while (from < late.size()) {
            Piece first = late.get(from);
            StringBuilder text = new StringBuilder(first.text());
            int to = from + 1;
            while (to < late.size()
                    && text.length() < CHARACTERS
                    && late.get(to).section().equals(first.section())) {
                text.append('\n')
                        .append(late.get(to).title())
                        .append('\n')
                        .append(late.get(to).text());
                to++;
            }
            pieces.add(new Piece(first.section(), first.anchor(), first.title(), text.toString()));
            from = to;
        }
        return List.copyOf(pieces);
    }

    private static String joined(String... texts) {
        return joined(List.of(texts));
    }

    private static String joined(List<String> texts) {
        return texts.stream().filter(text -> !text.isBlank()).collect(Collectors.joining("\n"));
    }
}
