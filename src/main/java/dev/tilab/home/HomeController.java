package dev.tilab.home;

import dev.tilab.journal.Entry;
import dev.tilab.journal.EntrySummary;
import dev.tilab.journal.Journal;
import dev.tilab.journal.markdown.MarkdownRenderer;
import dev.tilab.labs.Labs;
import dev.tilab.simulation.lab.Lab;
import dev.tilab.support.DayWords;
import dev.tilab.support.ReaderZone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** Today. */
@Controller
class HomeController {

    private static final int RECENT_DAYS = 6;

    private final Journal journal;
    private final Clock clock;
    private final MessageSource messages;
    private final ReaderZone zones;

    HomeController(Journal journal, Clock clock, MessageSource messages, ReaderZone zones) {
        this.journal = journal;
        this.clock = clock;
        this.messages = messages;
        this.zones = zones;
    }

    @GetMapping("/")
    String home(Model model, Locale locale) {
        LocalDate today = LocalDate.now(clock);
        DayWords words = new DayWords(messages, locale, clock.getZone());
        // One more than is shown: today's own entry stands above the list.
        List<RecentDay> recent = journal.between(null, null, PageRequest.of(0, RECENT_DAYS + 1)).stream()
                .filter(summary -> !summary.date().equals(today))
                .limit(RECENT_DAYS)
                .map(summary -> RecentDay.of(summary, words))
                .toList();
        model.addAttribute("today", today);
        model.addAttribute("todayWords", words.day(today));
        model.addAttribute("yearWords", words.year(today));
        model.addAttribute("zoneWords", zoneWords(words));
        model.addAttribute(
                "draft",
                journal.find(today).map(entry -> Draft.of(entry, words)).orElse(null));
        model.addAttribute("recent", recent);
        model.addAttribute("count", journal.count());
        model.addAttribute(
                "labs",
                Labs.all().stream().map(lab -> LabPreview.of(lab, words)).toList());
        return "home";
    }

    /** Whose time the date follows, where TILab itself is set to another one; null where both are the same. */
    private @Nullable String zoneWords(DayWords words) {
        Instant now = clock.instant();
        ZoneId readers = clock.getZone();
        return zones.otherThan(readers, now)
                .map(here -> {
                    String name = readers.getDisplayName(TextStyle.FULL, words.locale());
                    String other = here.getDisplayName(TextStyle.FULL, words.locale());
                    LocalDate there = LocalDate.ofInstant(now, here);
                    return there.equals(LocalDate.ofInstant(now, readers))
                            ? words.message("home.zone", name, other)
                            : words.message("home.zone.other-day", name, other, words.brief(there));
                })
                .orElse(null);
    }

    /** A day in the list of recent ones. */
    record RecentDay(
            LocalDate date, String dayWords, String weekday, String title, List<String> topics, String excerpt) {

        static RecentDay of(EntrySummary summary, DayWords words) {
            return new RecentDay(
                    summary.date(),
                    words.brief(summary.date()),
                    words.weekday(summary.date()),
                    summary.title(),
                    summary.topics().stream().filter(title -> !title.isBlank()).toList(),
                    summary.excerpt());
        }
    }

    /**
     * A lab and its small run: the situation that its page opens with.
     *
     * @param timeline address of the run's timeline
     * @param still the same run as a drawing, or null
     */
    record LabPreview(String id, String timeline, @Nullable String still) {

        static LabPreview of(Lab<?> lab, DayWords words) {
            UriComponentsBuilder address = UriComponentsBuilder.fromPath("/api/v1/labs/{lab}/timeline");
            lab.scenario(lab.presets().get(0).values()).values().forEach((parameter, value) -> {
                if (!value.isEmpty()) {
                    address.queryParam(parameter, value);
                }
            });
            String still = Labs.still(lab)
                    .map(each -> each.svg(lab.id(), words::message))
                    .orElse(null);
            return new LabPreview(lab.id(), address.buildAndExpand(lab.id()).toUriString(), still);
        }
    }

    /** Where one stopped writing today. */
    record Draft(String heading, List<String> lines, String savedAt, int topics) {

        private static final int LINES = 3;
        private static final int CHARACTERS = 120;

        /** How much of a long text's end is looked at for its last lines. */
        private static final int LOOKED_AT = 4_000;

        static Draft of(Entry entry, DayWords words) {
            var fields = entry.fields();
            var written = fields.topics().stream()
                    .filter(topic -> !(topic.title() + topic.body()).isBlank())
                    .toList();
            String saved = words.time(entry.updatedAt());
            if (written.isEmpty()) {
                return new Draft("", lastLines(fields.scrum().todo()), saved, 0);
            }
            var last = written.get(written.size() - 1);
            String heading = words.message("home.draft.topic", written.size(), last.title());
            return new Draft(heading, lastLines(last.body()), saved, written.size());
        }

        private static List<String> lastLines(String text) {
            // What was written, without the marks of Markdown: here it is read, not edited.
            String end = text.substring(Math.max(0, text.length() - LOOKED_AT));
            List<String> lines = end.lines()
                    .map(MarkdownRenderer::plain)
                    .filter(line -> !line.isEmpty())
                    .toList();
            return lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
                    .map(line -> line.codePointCount(0, line.length()) <= CHARACTERS
                            ? line
                            : line.substring(0, line.offsetByCodePoints(0, CHARACTERS)) + "…")
                    .toList();
        }
    }
}
