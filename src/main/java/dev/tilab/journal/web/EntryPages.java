package dev.tilab.journal.web;

import dev.tilab.support.DayWords;
import dev.tilab.journal.Entry;
import dev.tilab.journal.MarkdownRenderer;
import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.Notice;
import dev.tilab.journal.template.Section;
import dev.tilab.journal.template.Slice;
import dev.tilab.journal.template.TilDocument;
import dev.tilab.journal.web.EntryPage.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads a day's file for reading: renders its texts and puts what fits no field at the place where it stands. */
@Component
class EntryPages {

    /** Syllables that a person reads in a minute; of other scripts, letters. */
    private static final int HANGUL_PER_MINUTE = 500;

    private static final int LETTERS_PER_MINUTE = 1000;

    /** Where several of a kind of notice stand in a file, the first ones say it all. */
    private static final int NOTICES = 8;

    private final MarkdownRenderer markdown;

    EntryPages(MarkdownRenderer markdown) {
        this.markdown = markdown;
    }

    EntryPage of(Entry entry, DayWords words) {
        String days = words.days(entry.date(), entry.endDate());
        return page(
                entry.document(),
                entry.notices(),
                entry.date(),
                entry.version(),
                days,
                words.moment(entry.updatedAt()),
                words);
    }

    /** A day that is shown without being stored. */
    EntryPage of(TilDocument document, DayWords words) {
        LocalDate date = document.date().orElseThrow();
        return page(document, document.notices(), date, 0, words.day(date), "", words);
    }

    private EntryPage page(
            TilDocument document,
            List<Notice> notices,
            LocalDate date,
            long version,
            String longDate,
            String updated,
            DayWords words) {
        DayFields fields = document.fields();
        List<Placed> placed = new ArrayList<>();
        Lines lines = new Lines(document);
        scrum(fields.scrum()).ifPresent(part -> placed.add(new Placed(lines.of(Slice.Kind.SCRUM), part)));
        topics(fields, lines, placed);
        challenges(fields).ifPresent(part -> placed.add(new Placed(lines.of(Slice.Kind.CHALLENGES), part)));
        if (!fields.retrospective().isBlank()) {
            String html = markdown.html(fields.retrospective(), "retrospective-");
            placed.add(new Placed(
                    lines.of(Slice.Kind.RETROSPECTIVE), Part.text("retrospective", "retrospective", 0, "", html)));
        }
        references(fields).ifPresent(part -> placed.add(new Placed(lines.of(Slice.Kind.REFERENCES), part)));
        extras(document.extras(), placed);
        placed.sort(Comparator.comparingInt(Placed::line));
        List<Part> parts = placed.stream().map(Placed::part).toList();
        return new EntryPage(
                date,
                version,
                longDate,
                words.year(date),
                document.dayNote(),
                minutes(document.text()),
                updated,
                parts,
                notices(notices, words));
    }

    private record Placed(int line, Part part) {}

    private Optional<Part> scrum(DayFields.Scrum scrum) {
        List<EntryPage.Note> notes = new ArrayList<>();
        note(notes, "journal.scrum.todo", scrum.todo());
        note(notes, "journal.scrum.special", scrum.specialNotes());
        note(notes, "journal.scrum.yesterday", scrum.yesterdayTodo());
        note(notes, "journal.scrum.retrospective", scrum.yesterdayRetrospective());
        return notes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part("scrum", "scrum", 0, "", "", notes, List.of(), List.of()));
    }

    private void note(List<EntryPage.Note> notes, String key, String text) {
        if (!text.isBlank()) {
            notes.add(new EntryPage.Note(key, markdown.html(text, "scrum-" + (notes.size() + 1) + "-")));
        }
    }

    private void topics(DayFields fields, Lines lines, List<Placed> placed) {
        int number = 0;
        for (int i = 0; i < fields.topics().size(); i++) {
            DayFields.Topic topic = fields.topics().get(i);
            boolean free = topic.title().isBlank() && lines.isPreamble(i);
            if (topic.title().isBlank() && topic.body().isBlank()) {
                continue;
            }
            number += free ? 0 : 1;
            String anchor = free ? "text" : "topic-" + number;
            String html = markdown.html(topic.body(), anchor + "-");
            placed.add(new Placed(
                    lines.ofTopic(i), Part.text(free ? "free" : "topic", anchor, number, topic.title(), html)));
        }
    }

    private Optional<Part> challenges(DayFields fields) {
        List<EntryPage.ChallengeLine> lines = new ArrayList<>();
        for (DayFields.Challenge challenge : fields.challenges()) {
            if (challenge.problem().isBlank() && challenge.solution().isBlank()) {
                continue;
            }
            String at = "challenge-" + (lines.size() + 1) + "-";
            lines.add(new EntryPage.ChallengeLine(
                    !challenge.solution().isBlank(),
                    markdown.html(challenge.problem(), at + "problem-"),
                    markdown.html(challenge.solution(), at + "solution-")));
        }
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part("challenges", "challenges", 0, "", "", List.of(), lines, List.of()));
    }

    private static Optional<Part> references(DayFields fields) {
        List<EntryPage.ReferenceLine> lines = fields.references().stream()
                .filter(reference -> !reference.title().isBlank() || !reference.url().isBlank())
                .map(reference -> EntryPage.ReferenceLine.of(reference.title(), reference.url()))
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part("references", "references", 0, "", "", List.of(), List.of(), lines));
    }

    private void extras(List<Section> extras, List<Placed> placed) {
        int number = 0;
        for (Section extra : extras) {
            if (extra.title().isBlank() && extra.body().isBlank()) {
                continue;
            }
            String anchor = "section-" + ++number;
            String html = markdown.html(extra.body(), anchor + "-");
            placed.add(new Placed(
                    extra.line(), Part.text(extra.title().isBlank() ? "free" : "extra", anchor, 0, extra.title(), html)));
        }
    }

    private static List<String> notices(List<Notice> notices, DayWords words) {
        return notices.stream()
                .limit(NOTICES)
                .map(notice -> words.message("entry.notice." + notice.code(), notice.line(), notice.text()))
                .toList();
    }

    private static int minutes(String text) {
        long hangul = text.codePoints().filter(c -> c >= 0xAC00 && c <= 0xD7A3).count();
        long other = Texts.letters(text) - hangul;
        return (int) Math.ceil((double) hangul / HANGUL_PER_MINUTE + (double) other / LETTERS_PER_MINUTE);
    }

    /** On which line of the file each part begins. */
    private static final class Lines {

        private static final Set<Slice.Kind> TOPICS = EnumSet.of(Slice.Kind.TOPIC, Slice.Kind.PREAMBLE);

        private final Map<Slice.Kind, Integer> first = new EnumMap<>(Slice.Kind.class);
        private final List<Integer> topics = new ArrayList<>();
        private final List<Boolean> preamble = new ArrayList<>();

        Lines(TilDocument document) {
            int line = 1;
            for (Slice slice : document.slices()) {
                first.putIfAbsent(slice.kind(), line);
                if (TOPICS.contains(slice.kind()) && !slice.text().isBlank()) {
                    topics.add(line);
                    preamble.add(slice.kind() == Slice.Kind.PREAMBLE);
                }
                line += Texts.lines(slice.text()).size() - 1;
            }
        }

        /** The first line of a kind; what has no line of its own comes last. */
        int of(Slice.Kind kind) {
            return first.getOrDefault(kind, Integer.MAX_VALUE);
        }

        int ofTopic(int index) {
            return index < topics.size() ? topics.get(index) : of(Slice.Kind.TOPIC);
        }

        boolean isPreamble(int topic) {
            return topic < preamble.size() && preamble.get(topic);
        }
    }
}
