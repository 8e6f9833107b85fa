package dev.tilab.journal.web;

import dev.tilab.journal.Attachment;
import dev.tilab.journal.Attachments;
import dev.tilab.journal.Entry;
import dev.tilab.journal.EntrySummary;
import dev.tilab.journal.Journal;
import dev.tilab.journal.PartAnchors;
import dev.tilab.journal.Settings;
import dev.tilab.journal.markdown.LineBreaks;
import dev.tilab.journal.markdown.MarkdownRenderer;
import dev.tilab.journal.markdown.Surroundings;
import dev.tilab.journal.template.DayField;
import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.Notice;
import dev.tilab.journal.template.Section;
import dev.tilab.journal.template.Slice;
import dev.tilab.journal.template.Task;
import dev.tilab.journal.template.Tasks;
import dev.tilab.journal.template.TilDocument;
import dev.tilab.journal.web.EntryPage.Part;
import dev.tilab.support.DayWords;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Reads a day's file for reading: renders its texts and puts what fits no field at the place where it stands. */
@Component
class EntryPages {

    /** Syllables that a person reads in a minute; of other scripts, letters. */
    private static final int HANGUL_PER_MINUTE = 500;

    private static final int LETTERS_PER_MINUTE = 1000;

    /** Of each list of a day so many are shown; a file may bring thousands, whose page nobody reads to its end. */
    static final int ITEMS = 500;

    /** Where several of a kind of notice stand in a file, the first ones say it all. */
    private static final int NOTICES = 8;

    private final MarkdownRenderer markdown;

    private final Journal journal;
    private final Attachments attachments;
    private final KeptDays kept = new KeptDays();

    EntryPages(MarkdownRenderer markdown, Journal journal, Attachments attachments) {
        this.markdown = markdown;
        this.journal = journal;
        this.attachments = attachments;
    }

    /** The page of a stored day; what it costs to render, its first reader pays. */
    EntryPage of(EntrySummary day, DayWords words) {
        Settings settings = journal.settings();
        TopicLinks topics = TopicLinks.of(journal, day.id());
        List<Attachment> files = attachments.of(day.id());
        RenderedDay rendered = kept.get(
                day.id(),
                day.version(),
                settings.id(),
                words.locale(),
                new DayAround(topics, files),
                () -> rendered(day.date(), settings, topics, new DayFiles(day.date(), files, words::message), words));
        String days = words.days(rendered.date(), rendered.endDate());
        return page(rendered, days, words.moment(rendered.updatedAt()), words);
    }

    /** A day that is shown without being stored. */
    EntryPage of(TilDocument document, DayWords words) {
        return of(document, document.date().orElseThrow(), LineBreaks.KEPT, TopicLinks.NONE, DayFiles.NONE, words);
    }

    /** A text as it would be read if it were stored for the day. */
    EntryPage preview(String text, LocalDate day, Settings settings, DayWords words) {
        TopicLinks topics = TopicLinks.of(journal, text);
        DayFiles files = DayFiles.of(day, attachments, words::message);
        return of(TilDocument.parse(text, settings.names()), day, settings.lineBreaks(), topics, files, words);
    }

    private EntryPage of(
            TilDocument document,
            LocalDate date,
            LineBreaks lineBreaks,
            TopicLinks topics,
            DayFiles files,
            DayWords words) {
        RenderedDay rendered = rendered(
                document,
                document.notices(),
                date,
                Optional.empty(),
                0,
                Instant.EPOCH,
                new Html(markdown, lineBreaks, topics, files, words::message));
        return page(rendered, words.day(date), "", words);
    }

    private static EntryPage page(RenderedDay day, String longDate, String updated, DayWords words) {
        return new EntryPage(
                day.date(),
                day.version(),
                longDate,
                words.year(day.date()),
                day.dayNote(),
                day.title(),
                day.properties(),
                day.minutes(),
                updated,
                day.parts(),
                notices(day.notices(), words));
    }

    private RenderedDay rendered(LocalDate date, Settings settings, TopicLinks topics, DayFiles files, DayWords words) {
        Entry entry = journal.find(date, settings.id()).orElseThrow(Days.NothingHere::new);
        return rendered(
                entry.document(),
                entry.notices(),
                entry.date(),
                entry.endDate(),
                entry.version(),
                entry.updatedAt(),
                new Html(markdown, settings.lineBreaks(), topics, files, words::message));
    }

    private RenderedDay rendered(
            TilDocument document,
            List<Notice> notices,
            LocalDate date,
            Optional<LocalDate> endDate,
            long version,
            Instant updatedAt,
            Html html) {
        DayFields fields = document.fields();
        List<Placed> placed = new ArrayList<>();
        Lines lines = new Lines(document);
        scrum(fields.scrum(), html).ifPresent(part -> placed.add(new Placed(lines.of(Slice.Kind.SCRUM), part)));
        topics(fields, PartAnchors.ofTopics(document), lines, placed, html);
        left("topics", fields.topics().size(), lines.ofTopic(ITEMS), placed);
        challenges(fields, html).ifPresent(part -> placed.add(new Placed(lines.of(Slice.Kind.CHALLENGES), part)));
        left("challenges", fields.challenges().size(), lines.of(Slice.Kind.CHALLENGES), placed);
        if (!fields.retrospective().isBlank()) {
            String text = html.of(fields.retrospective(), "retrospective-");
            placed.add(new Placed(
                    lines.of(Slice.Kind.RETROSPECTIVE), Part.text("retrospective", "retrospective", 0, "", text)));
        }
        references(fields).ifPresent(part -> placed.add(new Placed(lines.of(Slice.Kind.REFERENCES), part)));
        left("references", fields.references().size(), lines.of(Slice.Kind.REFERENCES), placed);
        extras(document.extras(), placed, html);
        left("extras", document.extras().size(), Integer.MAX_VALUE, placed);
        placed.sort(Comparator.comparingInt(Placed::line));
        List<Part> parts = placed.stream().map(Placed::part).toList();
        return new RenderedDay(
                date,
                endDate,
                version,
                updatedAt,
                document.dayNote(),
                document.title(),
                document.properties(),
                minutes(document.text()),
                parts,
                html.files().notices(notices, NOTICES));
    }

    /** The renderer in the reader's language, with what the day's texts can lead to. */
    private record Html(
            MarkdownRenderer markdown,
            LineBreaks lineBreaks,
            TopicLinks topics,
            DayFiles files,
            UnaryOperator<String> words) {

        /** What was learned: its line ends are a matter of choice; those of notes and lists always show. */
        String ofLearned(String text, String anchorPrefix) {
            return html(text, anchorPrefix, lineBreaks);
        }

        String of(String text, String anchorPrefix) {
            return html(text, anchorPrefix, LineBreaks.KEPT);
        }

        private String html(String text, String anchorPrefix, LineBreaks breaks) {
            return markdown.html(text, anchorPrefix, words, breaks, new Surroundings(topics.addresses(), files));
        }
    }

    private record Placed(int line, Part part) {}

    private static Optional<Part> scrum(DayFields.Scrum scrum, Html html) {
        List<EntryPage.Note> notes = new ArrayList<>();
        for (DayField field : scrum.section().fields()) {
            String text = scrum.text(field);
            if (!text.isBlank()) {
                notes.add(note(field, text, "scrum-" + (notes.size() + 1) + "-", html));
            }
        }
        return notes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part("scrum", "scrum", 0, "", "", notes, List.of(), List.of()));
    }

    /** What is to be done has boxes; what was to be done has them where somebody put them. */
    private static EntryPage.Note note(DayField field, String text, String anchor, Html html) {
        String key = "entry.field." + field.key();
        List<Task> tasks = field == DayField.TODO || field == DayField.YESTERDAY_TODO
                ? Tasks.of(text).all()
                : List.of();
        boolean boxes =
                field == DayField.TODO ? !tasks.isEmpty() : tasks.stream().anyMatch(Task::boxed);
        return boxes
                ? new EntryPage.Note(key, "", TodoLine.of(text, (markdown, at) -> html.of(markdown, anchor + at)))
                : new EntryPage.Note(key, html.of(text, anchor), List.of());
    }

    private static void topics(DayFields fields, List<String> anchors, Lines lines, List<Placed> placed, Html html) {
        int number = 0;
        for (int i = 0; i < Math.min(ITEMS, fields.topics().size()); i++) {
            DayFields.Topic topic = fields.topics().get(i);
            String anchor = anchors.get(i);
            if (anchor.isEmpty()) {
                continue;
            }
            boolean free = anchor.equals(PartAnchors.FREE);
            number += free ? 0 : 1;
            String text = html.ofLearned(topic.body(), anchor + "-");
            placed.add(new Placed(
                    lines.ofTopic(i), Part.text(free ? "free" : "topic", anchor, number, topic.title(), text)));
        }
    }

    private static Optional<Part> challenges(DayFields fields, Html html) {
        List<EntryPage.ChallengeLine> lines = new ArrayList<>();
        for (DayFields.Challenge challenge : shown(fields.challenges())) {
            if (challenge.isBlank()) {
                continue;
            }
            String at = "challenge-" + (lines.size() + 1) + "-";
            lines.add(new EntryPage.ChallengeLine(
                    !challenge.solution().isBlank(),
                    html.of(challenge.problem(), at + "problem-"),
                    html.of(challenge.solution(), at + "solution-")));
        }
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part("challenges", "challenges", 0, "", "", List.of(), lines, List.of()));
    }

    private static Optional<Part> references(DayFields fields) {
        List<EntryPage.ReferenceLine> lines = shown(fields.references()).stream()
                .filter(reference -> !reference.isBlank())
                .map(reference -> EntryPage.ReferenceLine.of(reference.title(), reference.url()))
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part("references", "references", 0, "", "", List.of(), List.of(), lines));
    }

    private static <T> List<T> shown(List<T> items) {
        return items.subList(0, Math.min(ITEMS, items.size()));
    }

    /** Says behind a list how many of it are not shown. */
    private static void left(String list, int all, int line, List<Placed> placed) {
        if (all > ITEMS) {
            placed.add(new Placed(line, Part.left(list, all - ITEMS)));
        }
    }

    private static void extras(List<Section> extras, List<Placed> placed, Html html) {
        List<String> anchors = PartAnchors.ofExtras(extras);
        for (int i = 0; i < shown(extras).size(); i++) {
            Section extra = extras.get(i);
            String anchor = anchors.get(i);
            if (anchor.isEmpty()) {
                continue;
            }
            String text = html.ofLearned(extra.body(), anchor + "-");
            placed.add(new Placed(
                    extra.line(),
                    Part.text(extra.title().isBlank() ? "free" : "extra", anchor, 0, extra.title(), text)));
        }
    }

    private static List<String> notices(List<Notice> notices, DayWords words) {
        return notices.stream()
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

        Lines(TilDocument document) {
            int line = 1;
            for (Slice slice : document.slices()) {
                first.putIfAbsent(slice.kind(), line);
                if (TOPICS.contains(slice.kind()) && !slice.text().isBlank()) {
                    topics.add(line);
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
    }
}
