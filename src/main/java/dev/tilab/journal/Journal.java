package dev.tilab.journal;

import dev.tilab.journal.template.DayField;
import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.LineEnds;
import dev.tilab.journal.template.NotTextException;
import dev.tilab.journal.template.Task;
import dev.tilab.journal.template.Tasks;
import dev.tilab.journal.template.Tidy;
import dev.tilab.journal.template.TilDocument;
import dev.tilab.support.StoreException;
import dev.tilab.support.WriteTurns;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The journal: reads days and saves them. Every method is one transaction; what it returns is detached and complete.
 *
 * <p>Saving is refused with {@link InvalidEntryException} (fields that are wrong), {@link TooLargeException}, {@link
 * DateTakenException} (the day has an entry), {@link StaleEntryException} (somebody saved since {@code version} was read)
 * and {@link UnknownEntryException} (there is nothing to change). Of several who save at once, exactly one succeeds.
 * Everything fails with {@link StoreException} while the store cannot be written or read.
 */
@Service
public class Journal {

    private final EntryRepository entries;
    private final Clock clock;
    private final Transactions store;
    private final SettingsStore settings;
    private final Summaries summaries;
    private final Indexes indexes;

    /** @param turns none where the database keeps writers apart by itself */
    Journal(
            EntryRepository entries,
            Clock clock,
            PlatformTransactionManager transactions,
            ObjectProvider<WriteTurns> turns,
            JdbcClient database) {
        this.entries = entries;
        this.clock = clock;
        this.store = new Transactions(transactions, turns);
        this.settings = new SettingsStore(database);
        this.summaries = new Summaries(entries, settings);
        this.indexes = new Indexes(entries, database, settings, store);
    }

    /** By which the journal is read and shown now. */
    public Settings settings() {
        return store.read(settings::current);
    }

    /** The entry of the day, unless it is in the trash. */
    public Optional<Entry> find(LocalDate date) {
        return store.read(() -> live(date));
    }

    /** The same, read by the settings of then. */
    public Optional<Entry> find(LocalDate date, long reading) {
        return store.read(() -> entries.findLive(date).map(entry -> entry.readBy(chosen(reading))));
    }

    private Optional<Entry> live(LocalDate date) {
        return entries.findLive(date).map(entry -> entry.readBy(settings.current()));
    }

    private Settings chosen(long reading) {
        return settings.of(reading).orElseGet(settings::current);
    }

    /** The nearest entry before the day. */
    public Optional<Entry> latestBefore(LocalDate date) {
        return store.read(() -> entries.findLatestBefore(date).map(entry -> entry.readBy(settings.current())));
    }

    /** The day with those beside it, without their texts; empty where {@link #find} is. */
    public Optional<DayAndNeighbours> around(LocalDate date) {
        return store.read(() -> entries.findSummary(date).map(day -> {
            Optional<EntrySummary> previous = entries.findSummaryBefore(date);
            Optional<EntrySummary> next = entries.findSummaryAfter(date);
            List<EntrySummary> all = summaries.whole(
                    Stream.concat(Stream.of(day), Stream.of(previous, next).flatMap(Optional::stream))
                            .toList());
            return new DayAndNeighbours(
                    all.get(0), previous.map(summary -> all.get(1)), next.map(summary -> all.get(all.size() - 1)));
        }));
    }

    /**
     * Entries from the newest to the oldest, without their texts.
     *
     * @param from first day, or null
     * @param to last day, inclusive, or null
     * @param page which page; its sort is ignored
     */
    public Page<EntrySummary> between(LocalDate from, LocalDate to, Pageable page) {
        LocalDate first = from == null ? Limits.FIRST_DAY : from;
        LocalDate last = to == null ? Limits.LAST_DAY : to;
        return store.read(() -> {
            Page<EntrySummary> found =
                    entries.findSummaries(first, last, PageRequest.of(page.getPageNumber(), page.getPageSize()));
            return new PageImpl<>(summaries.whole(found.getContent()), found.getPageable(), found.getTotalElements());
        });
    }

    /** Those of the days that have entries, the newest first, without their texts. */
    public List<EntrySummary> on(Collection<LocalDate> days) {
        return store.read(() -> summaries.whole(entries.findSummariesOf(days)));
    }

    /** Months that have entries, newest first. */
    public List<YearMonth> months() {
        return store.read(() -> entries.findMonths()).stream()
                .map(month -> YearMonth.of(month.year(), month.month()))
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** What is in the trash, last deleted first. */
    public List<EntrySummary> trash() {
        return store.read(() -> summaries.whole(entries.findTrash()));
    }

    /** How many entries there are, not counting the trash. */
    public long count() {
        return store.read(() -> entries.countByLiveDateIsNotNull());
    }

    /** The days that have entries, oldest first. */
    public List<LocalDate> days() {
        return store.read(entries::findDays);
    }

    /** How much was written on the days of a sheet that have an entry, oldest first; the trash does not count. */
    public List<DayInk> ink(LocalDate from, LocalDate to) {
        return indexes.ink(from, to);
    }

    /** Challenges without a solution, the newest days first. */
    public List<OpenChallenge> openChallenges(int limit) {
        return indexes.openChallenges(limit);
    }

    /** How many challenges have no solution. */
    public long countOpenChallenges() {
        return indexes.countOpenChallenges();
    }

    /** What many days mention, and which days mention it. */
    public Indexes indexes() {
        return indexes;
    }

    /** The day's file as it is kept; its text is not read. Empty where {@link #find} is. */
    public Optional<KeptFile> file(LocalDate date) {
        return store.read(() -> entries.findLive(date).map(Entry::kept));
    }

    /**
     * An empty day for the form. What the previous entry had to do stands in it as that day's to-do, and what of it was done is told
     * apart from what was not; see {@link Tasks#lookingBack}. Saves nothing.
     */
    public DayFields start(LocalDate date, Locale language) {
        DayFields blank = TilDocument.blank(date, language).fields().dated(date);
        return latestBefore(date)
                .map(before -> blank.with(
                        DayField.YESTERDAY_TODO, before.document().todo().lookingBack()))
                .orElse(blank);
    }

    /** Saves a new day in the template of the language. */
    public Entry write(DayFields fields, Locale language) {
        DayFields tidy = Tidy.given(fields);
        Rules.check(null, tidy);
        DayFields filled = Fields.withoutEmptyRows(null, tidy);
        Settings chosen = settings();
        TilDocument blank = TilDocument.blank(filled.date(), language, chosen.names());
        Rules.check(blank.clashes(filled));
        DayFile file = DayFile.written(filled, language, chosen.names());
        return store.save(() -> {
            refuseTaken(filled.date());
            return entries.saveAndFlush(Entry.written(filled.date(), file, chosen, firstVersion(filled.date()), now()));
        });
    }

    /**
     * Saves what differs from the entry; another date moves it to that day.
     *
     * @param edited the whole day; items say by their {@code origin} which item of the entry they were
     */
    public Entry edit(LocalDate date, long version, DayFields edited) {
        return edit(date, version, settings().id(), edited);
    }

    /** @param reading by which settings the fields were read, see {@link Entry#reading} */
    public Entry edit(LocalDate date, long version, long reading, DayFields edited) {
        DayFields tidy = Tidy.given(edited);
        return keepingWhatRefuses(date, () -> {
            Entry entry = current(date, version).readBy(chosen(reading));
            DayFields before = entry.fields();
            Rules.check(before, tidy);
            DayFields filled = Fields.withoutEmptyRows(before, tidy);
            Rules.check(entry.clashes(filled));
            if (!filled.date().equals(date)) {
                refuseTaken(filled.date());
            }
            entry.edit(filled, now());
            return readAgain(entry);
        });
    }

    /** What lists show is read by the settings of now, whatever a form was made by. */
    private Entry readAgain(Entry entry) {
        Settings made = chosen(entry.reading());
        Settings now = settings.current();
        if (!now.names().equals(made.names())) {
            entry.readBy(now).derive();
        }
        return entries.saveAndFlush(entry).readBy(made);
    }

    /** What a writer is refused for stays among the revisions: it may be saved over, knowing both. */
    private Entry keepingWhatRefuses(LocalDate date, Supplier<Entry> change) {
        try {
            return store.save(change);
        } catch (StaleEntryException stale) {
            store.write(() -> {
                Optional<Entry> current = entries.findLive(date);
                current.ifPresent(Entry::keepRevision);
                return current;
            });
            throw stale;
        }
    }

    /** Saves a new day whose text was written as it stands, whatever ends its lines. */
    public Entry write(LocalDate date, String text) {
        Rules.check(date);
        Rules.checkText(text);
        Settings chosen = settings();
        DayFile file = DayFile.written(LineEnds.kept("", text), chosen.names());
        Rules.checkItems(file.document().fields());
        return store.save(() -> {
            refuseTaken(date);
            return entries.saveAndFlush(Entry.written(date, file, chosen, firstVersion(date), now()));
        });
    }

    /**
     * Saves the whole text of a day, written in its file's encoding. The entry stays on its day, whatever day the text says.
     *
     * @param text whatever ends its lines: lines that are unchanged keep what ends them in the file
     */
    public Entry rewrite(LocalDate date, long version, String text) {
        Rules.checkText(text);
        return keepingWhatRefuses(date, () -> {
            Entry entry = current(date, version);
            DayFile file = entry.fileWith(LineEnds.kept(entry.text(), text));
            Rules.checkItems(file.document().fields());
            entry.rewrite(file, now());
            return entries.saveAndFlush(entry);
        });
    }

    /**
     * Ticks one task of the day's to-do, or opens it again. One that says so already is left alone, whatever version is named.
     *
     * @param number which task of {@link TilDocument#todo}
     * @param key what it says, see {@link Task#key}; where the task of that number says something else, the version is stale
     */
    public Entry tick(LocalDate date, long version, int number, String key, boolean done) {
        return keepingWhatRefuses(date, () -> {
            Entry entry = live(date).orElseThrow(() -> new UnknownEntryException(date));
            Optional<Task> asked = entry.document().todo().all().stream()
                    .filter(task -> task.number() == number && task.key().equals(key))
                    .findFirst();
            if (asked.filter(task -> task.done() == done).isPresent()) {
                return entry;
            }
            if (entry.version() != version || asked.isEmpty()) {
                throw new StaleEntryException(entry);
            }
            entry.rewrite(entry.ticked(asked.get(), done), now());
            return entries.saveAndFlush(entry);
        });
    }

    /** Saves a whole new file for a day that has one. The entry stays on its day, whatever day the text says. */
    public Entry replace(LocalDate date, long version, byte[] bytes) throws NotTextException {
        Settings chosen = settings();
        DayFile file = readFilled(bytes, chosen);
        return store.save(() -> {
            Entry entry = current(date, version);
            entry.replace(file, now());
            return entries.saveAndFlush(entry);
        });
    }

    /**
     * Saves a file as the entry of the day, byte for byte, whatever day its text says.
     *
     * @param fileName name of the file, folders allowed; null or empty when there is none
     */
    public Entry bring(LocalDate date, byte[] bytes, String fileName) throws NotTextException {
        Rules.check(date);
        Settings chosen = settings();
        DayFile file = readFilled(bytes, chosen);
        FileName name = new FileName(fileName);
        LocalDate last = name.lastDay(date, file.document()).orElse(null);
        return store.save(() -> {
            refuseTaken(date);
            return entries.saveAndFlush(Entry.brought(
                    date, last, file, chosen, name.withoutFolders().orElse(null), firstVersion(date), now()));
        });
    }

    /** Tells what a file would become. Saves nothing. */
    public ImportProposal propose(byte[] bytes, String fileName) throws NotTextException {
        return propose(bytes, fileName, null);
    }

    /** The same for a day that somebody named for it; null where nobody did. */
    public ImportProposal propose(byte[] bytes, String fileName, LocalDate day) throws NotTextException {
        DayFile file = read(bytes, settings());
        return ImportProposal.of(file, fileName, day, this::find);
    }

    /** Puts an entry into the trash. */
    public void trash(LocalDate date, long version) {
        store.save(() -> {
            Entry entry = current(date, version);
            entry.moveToTrash(now());
            return entries.saveAndFlush(entry);
        });
    }

    /** Brings back the entry of the day that was put into the trash last. */
    public Entry restore(LocalDate date) {
        return restoreById(
                store.read(() -> entries.findLastTrashed(date)).orElseThrow(() -> new UnknownEntryException(date)));
    }

    /** Brings back one entry from the trash. */
    public Entry restoreById(long id) {
        LocalDate date = store.read(() -> trashed(id)).date();
        return store.save(() -> {
            refuseTaken(date);
            Entry entry = trashed(id);
            entry.restore(now());
            return entries.saveAndFlush(entry);
        });
    }

    private Entry trashed(long id) {
        return entries.findWithFile(id)
                .map(entry -> entry.readBy(settings.current()))
                .filter(entry -> entry.deletedAt().isPresent())
                .orElseThrow(() -> new UnknownEntryException(id));
    }

    private Entry current(LocalDate date, long version) {
        Entry entry = live(date).orElseThrow(() -> new UnknownEntryException(date));
        if (entry.version() != version) {
            throw new StaleEntryException(entry);
        }
        return entry;
    }

    private void refuseTaken(LocalDate date) {
        live(date).ifPresent(existing -> {
            throw new DateTakenException(existing);
        });
    }

    private static DayFile read(byte[] bytes, Settings chosen) throws NotTextException {
        DayFile file = DayFile.read(bytes, chosen.names());
        Rules.checkItems(file.document().fields());
        return file;
    }

    private static DayFile readFilled(byte[] bytes, Settings chosen) throws NotTextException {
        DayFile file = read(bytes, chosen);
        if (file.text().isBlank()) {
            throw new InvalidEntryException(List.of(new FieldProblem("", null, "text-required", Map.of())));
        }
        return file;
    }

    /** Later than every version that an entry of the day ever had, so that a version never means two texts of one day. */
    private long firstVersion(LocalDate date) {
        Long highest = entries.findHighestVersion(date);
        Long erased = entries.findHighestErasedVersion(date);
        return Math.max(highest == null ? -1 : highest, erased == null ? -1 : erased) + 1;
    }

    /** To the microsecond, as databases keep it: what is returned equals what is read later. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
