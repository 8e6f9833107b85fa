package dev.tilab.journal.web;

import dev.tilab.journal.Indexes;
import dev.tilab.journal.Journal;
import dev.tilab.journal.OpenChallenge;
import dev.tilab.journal.TagCount;
import dev.tilab.journal.TopicPlace;
import dev.tilab.journal.web.Initials.Group;
import dev.tilab.support.DayWords;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Ways to days that begin at something else than a date: tags, titles of topics, challenges that are open. */
@Controller
class IndexController {

    /** As many tags are seen at a glance; letters among them would take more room than the tags. */
    private static final int TAGS_AT_ONCE = 60;

    /** More titles are shown letter by letter. */
    private static final int TITLES_AT_ONCE = 400;

    /** As many days of one title are named. */
    private static final int DAYS = 8;

    /** As many challenges stand on the page; who has more open reads those of the last days. */
    private static final int CHALLENGES = 300;

    private final Journal journal;
    private final Indexes indexes;
    private final MessageSource messages;
    private final Clock clock;

    IndexController(Journal journal, MessageSource messages, Clock clock) {
        this.journal = journal;
        this.indexes = journal.indexes();
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/journal/tags")
    String tags(@RequestParam Map<String, String> given, Model model) {
        WrongAddressException.refuseUnknown(given);
        List<Group<TagCount>> groups = Initials.groups(indexes.tags(), TagCount::tag);
        List<TagCount> all =
                groups.stream().flatMap(group -> group.items().stream()).toList();
        boolean few = !all.isEmpty() && all.size() <= TAGS_AT_ONCE;
        model.addAttribute("groups", few ? List.of(new Group<>("", all)) : groups);
        return "journal/tags";
    }

    record Place(String href, String dayWords) {}

    /** @param more on how many further days it stands */
    record Title(String title, List<Place> places, int more) {}

    /** @param letter of the group that is asked for; where there are few titles, all stand on the page without it */
    @GetMapping("/journal/topics")
    String topics(@RequestParam Map<String, String> given, Model model, Locale locale) {
        WrongAddressException.refuseUnknown(given, "letter");
        DayWords words = new DayWords(messages, locale, clock.getZone());
        Map<String, List<TopicPlace>> byName = indexes.topics().stream()
                .collect(Collectors.groupingBy(TopicPlace::name, LinkedHashMap::new, Collectors.toList()));
        List<Group<List<TopicPlace>>> groups = Initials.groups(
                List.copyOf(byName.values()), places -> places.get(0).title());
        List<String> letters = groups.stream().map(Group::letter).toList();
        String letter = given.getOrDefault("letter", "").strip();
        if (!letter.isEmpty() && !letters.contains(letter)) {
            throw WrongAddressException.of("letter", letter, "none-of", String.join(", ", letters));
        }
        boolean one = !letter.isEmpty() || byName.size() > TITLES_AT_ONCE;
        String shown = letter.isEmpty() && one ? letters.get(0) : letter;
        model.addAttribute("letters", letters);
        model.addAttribute("letter", shown);
        model.addAttribute("byLetter", byName.size() > TITLES_AT_ONCE);
        model.addAttribute("count", byName.size());
        model.addAttribute(
                "groups",
                groups.stream()
                        .filter(group -> !one || group.letter().equals(shown))
                        .map(group -> new Group<>(
                                group.letter(),
                                group.items().stream()
                                        .map(places -> title(places, words))
                                        .toList()))
                        .toList());
        return "journal/topics";
    }

    private static Title title(List<TopicPlace> places, DayWords words) {
        return new Title(
                places.get(0).title(),
                places.stream()
                        .limit(DAYS)
                        .map(place -> new Place(place.href(), words.full(place.date())))
                        .toList(),
                Math.max(0, places.size() - DAYS));
    }

    /** @param age for how long it is open, in words */
    record Challenge(String href, String problem, String age) {}

    record Day(LocalDate date, String dayWords, List<Challenge> challenges) {}

    @GetMapping("/journal/challenges")
    String challenges(@RequestParam Map<String, String> given, Model model, Locale locale) {
        WrongAddressException.refuseUnknown(given);
        DayWords words = new DayWords(messages, locale, clock.getZone());
        long all = journal.countOpenChallenges();
        List<OpenChallenge> open = journal.openChallenges(CHALLENGES);
        model.addAttribute("count", all);
        model.addAttribute("left", Math.max(0, all - open.size()));
        model.addAttribute(
                "days",
                open.stream()
                        .collect(Collectors.groupingBy(OpenChallenge::date, LinkedHashMap::new, Collectors.toList()))
                        .entrySet()
                        .stream()
                        .map(day -> day(day.getKey(), day.getValue(), words))
                        .toList());
        return "journal/challenges";
    }

    private Day day(LocalDate date, List<OpenChallenge> open, DayWords words) {
        return new Day(
                date,
                words.full(date),
                open.stream()
                        .map(challenge -> new Challenge(challenge.href(), challenge.problem(), age(challenge, words)))
                        .toList());
    }

    /** What is filed under a day to come has no age. */
    private String age(OpenChallenge challenge, DayWords words) {
        LocalDate today = LocalDate.now(clock);
        return challenge.date().isAfter(today) ? "" : words.message("links.challenges.age", challenge.daysOpen(today));
    }
}
