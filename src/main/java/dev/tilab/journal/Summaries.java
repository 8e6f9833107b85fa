package dev.tilab.journal;

import dev.tilab.journal.template.DayField;
import dev.tilab.journal.template.DaySection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What lists show of days. Most of it is what was read out of a day's text when that was saved; a day that was read by other rules
 * or names, and is not read anew yet ({@link ReadingAnew}), is read here, so that no list says what its page does not.
 */
final class Summaries {

    private final EntryRepository entries;
    private final SettingsStore settings;

    Summaries(EntryRepository entries, SettingsStore settings) {
        this.entries = entries;
        this.settings = settings;
    }

    /** Adds the topics; inside the transaction of whoever found them. */
    List<EntrySummary> whole(List<EntrySummary> found) {
        if (found.isEmpty()) {
            return found;
        }
        List<Long> ids = found.stream().map(EntrySummary::id).toList();
        Map<Long, List<String>> titles =
                entries.findTopicTitles(ids, DaySection.TOPICS.mostRows(), DayField.TOPIC_TITLE.limit()).stream()
                        .collect(Collectors.groupingBy(
                                TopicTitle::entryId, Collectors.mapping(TopicTitle::title, Collectors.toList())));
        Settings chosen = settings.current();
        String now = Derived.readBy(chosen.names());
        return found.stream()
                .map(day -> day.readBy().equals(now) ? day.withTopicsOf(titles) : read(day, chosen))
                .toList();
    }

    private EntrySummary read(EntrySummary day, Settings chosen) {
        return entries.findWithFile(day.id())
                .map(entry -> day.saying(Derived.of(entry.readBy(chosen).document())))
                .orElse(day);
    }
}
