package dev.tilab.home;

import dev.tilab.journal.Journal;
import dev.tilab.journal.Todos;
import dev.tilab.journal.year.YearSheet;
import dev.tilab.journal.year.YearSheets;
import dev.tilab.labs.Labs;
import dev.tilab.support.DayWords;
import dev.tilab.support.ReaderZone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
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

/** Today. */
@Controller
class HomeController {

    private static final int RECENT_DAYS = 6;
    private static final int OPEN_CHALLENGES = 4;

    private final Journal journal;
    private final Todos todos;
    private final YearSheets years;
    private final Clock clock;
    private final MessageSource messages;
    private final ReaderZone zones;

    HomeController(
            Journal journal, Todos todos, YearSheets years, Clock clock, MessageSource messages, ReaderZone zones) {
        this.journal = journal;
        this.todos = todos;
        this.years = years;
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
                .map(summary -> RecentDay.of(summary, today, words))
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
        YearSheet sheet = years.of(Year.from(today), words);
        model.addAttribute("sheet", sheet);
        model.addAttribute("sheetHeading", words.message("sheet.heading", sheet.words()));
        model.addAttribute("unfinished", todos.unfinished(today).orElse(null));
        model.addAttribute("before", OnThisDay.of(today, journal, words));
        model.addAttribute(
                "challenges",
                journal.openChallenges(OPEN_CHALLENGES).stream()
                        .map(challenge -> Challenge.of(challenge, today, words))
                        .toList());
        model.addAttribute("challengeCount", journal.countOpenChallenges());
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
}
