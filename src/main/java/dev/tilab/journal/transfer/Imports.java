package dev.tilab.journal.transfer;

import dev.tilab.journal.Attachments;
import dev.tilab.journal.Entry;
import dev.tilab.journal.ImportProposal;
import dev.tilab.journal.InvalidEntryException;
import dev.tilab.journal.Journal;
import dev.tilab.journal.attachment.AttachmentPath;
import dev.tilab.journal.markdown.MarkdownRenderer;
import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.DayRow;
import dev.tilab.journal.template.DaySection;
import dev.tilab.journal.template.NotTextException;
import dev.tilab.journal.template.Notice;
import dev.tilab.journal.template.Section;
import dev.tilab.support.StoreException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Many files at once. They are looked at first, and nothing is saved; then taken as their owner has decided, each of them whole or
 * not at all. What is taken a second time changes nothing.
 */
@Component
public class Imports {

    /** The day has another entry. */
    public static final String TAKEN = "taken";

    /** Another file of the same import has the day. */
    public static final String SAME_DAY = "same-day";

    /** Neither path nor text say a day. */
    public static final String NO_DATE = "no-date";

    /** The path says month and day, and files beside it the year. */
    public static final String NO_YEAR_BESIDE = "no-year-beside";

    /** The path says month and day, and nothing says the year. */
    public static final String NO_YEAR = "no-year";

    /** Reasons for which a file is left although nothing else is in the way: its owner says, or confirms, the day. */
    static final Set<String> DAY_IN_QUESTION = Set.of(NO_DATE, NO_YEAR, NO_YEAR_BESIDE);

    /** In how many years before this one a file is looked for that was imported before with its year chosen. */
    private static final int YEARS = 5;

    /** The day says it already, but lacks pictures or files that come with it. */
    public static final String FILES_MISSING = "files-missing";

    private static final int HEADINGS = 12;

    private final Journal journal;
    private final Attachments attachments;
    private final MarkdownRenderer renderer;
    private final Clock clock;

    Imports(Journal journal, Attachments attachments, MarkdownRenderer renderer, Clock clock) {
        this.journal = journal;
        this.attachments = attachments;
        this.renderer = renderer;
        this.clock = clock;
    }

    /** Whether a file is looked at by itself, with others in it. */
    public static boolean isArchive(String name, byte[] bytes) {
        return FilePath.isArchive(name.toLowerCase(Locale.ROOT)) || Unpacking.isArchive(bytes);
    }

    /**
     * Tells what files would become, in the order of their days.
     *
     * @throws ImportRefusedException when it is too much
     */
    public List<PlannedFile> look(List<SentFile> sent) {
        return plan(Unpacking.of(sent), wanted -> Unpacking.contents(sent, wanted));
    }

    /** @param contents of pictures and files, by their paths */
    private List<PlannedFile> plan(List<FoundFile> found, Function<Set<String>, Map<String, byte[]>> contents) {
        List<PlannedFile> files = new ArrayList<>();
        YearGuess years = new YearGuess(LocalDate.now(clock));
        for (FoundFile file : found) {
            PlannedFile planned = file.skipped() == null ? look(file, null) : PlannedFile.left(file, file.skipped());
            files.add(planned);
            if (planned.date() != null) {
                years.know(planned.datePath(), planned.date());
            }
        }
        files.replaceAll(file -> guessed(file, years));
        files = new ArrayList<>(new Beside(found, attachments).with(files, contents));
        files.sort(Comparator.comparing(PlannedFile::date, Comparator.nullsFirst(Comparator.naturalOrder()))
                // 06.md before its copy, 06 (1).md
                .thenComparing(file -> file.name().length())
                .thenComparing(PlannedFile::name));
        return oneFileADay(files);
    }

    /** A year that nothing says is proposed, and has to be confirmed. */
    private PlannedFile guessed(PlannedFile file, YearGuess years) {
        if (file.skip() == null || !file.skip().code().equals(NO_DATE)) {
            return file;
        }
        YearGuess.Guess guess = years.of(file.datePath()).orElse(null);
        if (guess == null) {
            return file;
        }
        MonthDay day = MonthDay.from(guess.day());
        int thisYear = LocalDate.now(clock).getYear();
        LocalDate date = IntStream.concat(
                        IntStream.of(guess.day().getYear()),
                        IntStream.rangeClosed(0, YEARS).map(back -> thisYear - back))
                .filter(day::isValidYear)
                .mapToObj(day::atYear)
                .filter(there -> journal.file(there)
                        .map(kept -> Arrays.equals(kept.bytes(), file.bytes()))
                        .orElse(false))
                .findFirst()
                .orElse(guess.day());
        PlannedFile dated = look(FoundFile.of(file.name(), file.datePath(), file.bytes()), date);
        return dated.step() == Step.IDENTICAL
                ? dated
                : dated.with(Step.SKIP, Skip.of(guess.beside() ? NO_YEAR_BESIDE : NO_YEAR, date), null);
    }

    /** @param day the day that was named for it, or null */
    private PlannedFile look(FoundFile file, LocalDate day) {
        ImportProposal proposal;
        try {
            proposal = journal.propose(file.bytes(), file.datePath(), day);
        } catch (NotTextException noText) {
            return PlannedFile.left(file, Skip.of(noText.reason().code(), noText.line()));
        } catch (InvalidEntryException tooManyItems) {
            return PlannedFile.left(file, Skip.of("too-many-items"));
        }
        if (proposal.document().text().isBlank()) {
            return PlannedFile.left(file, Skip.of("empty"));
        }
        if (proposal.indexPage() && proposal.fileNameDate().isEmpty()) {
            return PlannedFile.left(file, Skip.of("index-page"));
        }
        LocalDate date = proposal.date().orElse(null);
        boolean same = proposal.existing()
                .map(there -> proposal.identical() || Joining.holds(there.text(), proposal.document(), there.date()))
                .orElse(false);
        Skip skip = same
                ? null
                : date == null ? Skip.of(NO_DATE) : proposal.existing().isPresent() ? Skip.of(TAKEN, date) : null;
        Calls calls = Calls.of(proposal.document().text(), renderer);
        return new PlannedFile(
                file.path(),
                file.datePath(),
                file.bytes(),
                date,
                same ? Step.IDENTICAL : skip == null ? Step.CREATE : Step.SKIP,
                skip,
                proposal.existing().map(Entry::version).orElse(null),
                same
                        ? null
                        : proposal.existing()
                                .map(there -> Difference.between(
                                        there.text(), proposal.document().text()))
                                .orElse(null),
                sections(proposal.document().fields()),
                proposal.document().extras().stream()
                        .map(Section::title)
                        .filter(title -> !title.isBlank())
                        .distinct()
                        .limit(HEADINGS)
                        .toList(),
                doubts(proposal),
                calls.all(),
                calls.pictures(),
                List.of(),
                List.of());
    }

    private static List<Notice> doubts(ImportProposal proposal) {
        List<Notice> doubts = new ArrayList<>();
        if (proposal.datesDisagree()) {
            doubts.add(new Notice(
                    PlannedFile.TEXT_SAYS, 0, proposal.textDate().orElseThrow().toString()));
        }
        if (proposal.indexPage()) {
            doubts.add(new Notice(PlannedFile.LIKE_AN_INDEX, 0, ""));
        }
        doubts.addAll(proposal.notices());
        return doubts;
    }

    /** What was found of the template's sections, and how many of each. */
    public static Map<DaySection, Integer> sections(DayFields fields) {
        Map<DaySection, Integer> found = new EnumMap<>(DaySection.class);
        for (DaySection section : DaySection.values()) {
            List<DayRow> rows = fields.rows(section);
            if (section.isList() ? !rows.isEmpty() : !rows.get(0).isBlank()) {
                found.put(section, rows.size());
            }
        }
        return found;
    }

    /** Of several files for one day the first has it; the same bytes once more are no second file. */
    private static List<PlannedFile> oneFileADay(List<PlannedFile> files) {
        List<PlannedFile> all = new ArrayList<>();
        List<PlannedFile> ofDay = new ArrayList<>();
        for (PlannedFile file : files) {
            if (file.bytes() == null || file.date() == null) {
                all.add(file);
                continue;
            }
            if (!ofDay.isEmpty() && !ofDay.get(0).date().equals(file.date())) {
                ofDay.clear();
            }
            PlannedFile twin = ofDay.stream()
                    .filter(other -> Arrays.equals(other.bytes(), file.bytes()))
                    .findFirst()
                    .orElse(null);
            if (twin != null) {
                all.add(file.with(Step.IDENTICAL, null, new Notice(SAME_DAY, 0, twin.name())));
            } else if (!ofDay.isEmpty() && file.step() != Step.IDENTICAL && !file.isDayInQuestion()) {
                all.add(file.with(Step.SKIP, Skip.of(SAME_DAY, ofDay.get(0).name()), null));
            } else {
                all.add(file);
            }
            ofDay.add(file);
        }
        return all;
    }

    /**
     * A file that was looked at before.
     *
     * @param name path of the file
     * @param datePath the path as far as it tells the day
     * @param files what came with it
     */
    public record Known(String name, String datePath, byte[] bytes, List<AttachedFile> files) {

        FoundFile found() {
            return FoundFile.of(name, datePath, bytes);
        }
    }

    /** The same for files that were looked at before, in the order of their days. */
    public List<PlannedFile> again(List<Known> files) {
        Map<byte[], Known> known = new IdentityHashMap<>();
        files.forEach(file -> known.put(file.bytes(), file));
        return plan(files.stream().map(Known::found).toList(), nothing -> Map.of()).stream()
                .map(file -> withFiles(file, known.get(file.bytes())))
                .toList();
    }

    private PlannedFile withFiles(PlannedFile file, Known known) {
        if (known == null) {
            return file;
        }
        Map<AttachmentPath, byte[]> come = new LinkedHashMap<>();
        known.files().forEach(one -> come.put(one.path(), one.bytes()));
        List<Notice> others = file.doubts().stream()
                .filter(doubt -> !doubt.code().equals(PlannedFile.FILES_AWAY))
                .toList();
        PlannedFile plain = file.with(file.step(), file.skip(), others, List.of(), List.of());
        return new Beside(List.of(), attachments).with(plain, come);
    }

    /** @param day the day that was named for it, or null */
    public PlannedFile again(Known file, LocalDate day) {
        return withFiles(look(file.found(), day), file);
    }

    /** The day of a single path that says no year: to be asked about. */
    public Optional<LocalDate> likely(String path) {
        return new YearGuess(LocalDate.now(clock)).of(path).map(YearGuess.Guess::day);
    }

    /**
     * What was done.
     *
     * @param files what became of each, in the order of the decisions
     * @param failed why the store took nothing more, or null
     */
    public record Taken(List<Done> files, StoreException failed) {}

    /** Does what was decided, one file after another. */
    public Taken take(List<Decision> decisions) {
        Taking taking = new Taking(journal, attachments);
        StoreException failed = null;
        List<Done> all = new ArrayList<>();
        for (Decision decision : decisions) {
            try {
                all.add(failed == null ? taking.take(decision) : Done.open(decision.date(), "not-stored"));
            } catch (StoreException away) {
                failed = away;
                all.add(Done.open(decision.date(), "not-stored"));
            }
        }
        return new Taken(List.copyOf(all), failed);
    }
}
