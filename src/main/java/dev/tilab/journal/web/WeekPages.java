package dev.tilab.journal.web;

import dev.tilab.journal.DayInk;
import dev.tilab.journal.Entry;
import dev.tilab.journal.EntrySummary;
import dev.tilab.journal.Journal;
import dev.tilab.journal.PartAnchors;
import dev.tilab.journal.markdown.MarkdownRenderer;
import dev.tilab.journal.template.DayFields;
import dev.tilab.support.DayWords;
import dev.tilab.support.OneLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Gathers what the days of a week say, section by section. What was not written is on no page. */
@Component
class WeekPages {

    private static final int DAYS = 7;

    /** How much of a topic stands under its title. */
    private static final int EXCERPT = 180;

    private static final int ENOUGH = 4_000;

    private final Journal journal;
    private final EntryPages pages;

    WeekPages(Journal journal, EntryPages pages) {
        this.journal = journal;
        this.pages = pages;
    }

    record Topic(String href, String title, String excerpt) {}

    /**
     * One day of the week.
     *
     * @param retrospective rendered, or empty
     */
    record Day(
            LocalDate date,
            String dayWords,
            List<EntryPage.Note> scrum,
            List<Topic> topics,
            List<EntryPage.ChallengeLine> challenges,
            String retrospective) {}

    /**
     * @param days those that have an entry, Monday first
     * @param without days until today that have none, in words
     * @param words how much was written
     */
    record Week(List<Day> days, String without, long words) {

        public long topics() {
            return days.stream().mapToLong(day -> day.topics().size()).sum();
        }

        public long challenges() {
            return days.stream().mapToLong(day -> day.challenges().size()).sum();
        }

        public long solved() {
            return days.stream()
                    .flatMap(day -> day.challenges().stream())
                    .filter(EntryPage.ChallengeLine::solved)
                    .count();
        }

        public boolean hasScrum() {
            return days.stream().anyMatch(day -> !day.scrum().isEmpty());
        }

        public boolean hasRetrospective() {
            return days.stream().anyMatch(day -> !day.retrospective().isEmpty());
        }
    }

    Week of(LocalDate monday, LocalDate today, DayWords words) {
        LocalDate sunday = monday.plusDays(DAYS - 1);
        List<EntrySummary> entries = new ArrayList<>(
                journal.between(monday, sunday, PageRequest.of(0, DAYS)).getContent());
        entries.sort((one, other) -> one.date().compareTo(other.date()));
        Set<LocalDate> written = new HashSet<>();
        for (EntrySummary entry : entries) {
            LocalDate last = entry.endDate() == null ? entry.date() : entry.endDate();
            entry.date()
                    .datesUntil(last.isAfter(sunday) ? sunday.plusDays(1) : last.plusDays(1))
                    .forEach(written::add);
        }
        String without = Stream.iterate(monday, day -> day.plusDays(1))
                .limit(DAYS)
                .filter(day -> !day.isAfter(today) && !written.contains(day))
                .map(words::briefDay)
                .collect(Collectors.joining(", "));
        long total =
                journal.ink(monday, sunday).stream().mapToLong(DayInk::written).sum();
        return new Week(entries.stream().flatMap(entry -> day(entry, words)).toList(), without, total);
    }

    /** Nothing where the day went into the trash meanwhile. */
    private Stream<Day> day(EntrySummary summary, DayWords words) {
        return journal.find(summary.date()).stream().map(entry -> {
            EntryPage page = pages.of(summary, words);
            return new Day(
                    entry.date(),
                    words.day(entry.date()),
                    part(page, "scrum")
                            .flatMap(part -> part.notes().stream())
                            .map(note -> new EntryPage.Note(
                                    note.key(),
                                    elsewhere(note.html(), entry),
                                    note.lines().stream()
                                            .map(line -> new TodoLine(line.task(), elsewhere(line.html(), entry)))
                                            .toList()))
                            .toList(),
                    topics(entry),
                    part(page, "challenges")
                            .flatMap(part -> part.challenges().stream())
                            .map(one -> new EntryPage.ChallengeLine(
                                    one.solved(), elsewhere(one.problem(), entry), elsewhere(one.solution(), entry)))
                            .toList(),
                    part(page, "retrospective")
                            .map(part -> elsewhere(part.html(), entry))
                            .collect(Collectors.joining()));
        });
    }

    private static Stream<EntryPage.Part> part(EntryPage page, String kind) {
        return page.parts().stream().filter(part -> part.kind().equals(kind));
    }

    /** On a page of several days no place has the day's own name; what leads to one leads to the day. */
    private static String elsewhere(String html, Entry entry) {
        return html.replaceAll(" id=\"[^\"]*\"", "").replace(" href=\"#", " href=\"/journal/" + entry.date() + "#");
    }

    private static List<Topic> topics(Entry entry) {
        List<DayFields.Topic> all = entry.fields().topics();
        List<String> anchors = PartAnchors.ofTopics(entry.document());
        List<Topic> topics = new ArrayList<>();
        for (int i = 0; i < Math.min(EntryPages.ITEMS, all.size()); i++) {
            String body = all.get(i).body();
            if (!anchors.get(i).isEmpty()) {
                topics.add(new Topic(
                        "/journal/" + entry.date() + "#" + anchors.get(i),
                        all.get(i).title(),
                        OneLine.of(
                                MarkdownRenderer.plain(body.substring(0, Math.min(ENOUGH, body.length()))), EXCERPT)));
            }
        }
        return topics;
    }
}
