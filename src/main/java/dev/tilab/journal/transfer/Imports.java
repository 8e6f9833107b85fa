package dev.tilab.journal.transfer;

import dev.tilab.journal.ImportProposal;
import dev.tilab.journal.InvalidEntryException;
import dev.tilab.journal.Journal;
import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.DayRow;
import dev.tilab.journal.template.DaySection;
import dev.tilab.journal.template.NotTextException;
import dev.tilab.journal.template.Notice;
import dev.tilab.journal.template.Section;
import dev.tilab.support.StoreException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private static final int HEADINGS = 12;

    private final Journal journal;

    Imports(Journal journal) {
        this.journal = journal;
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
        List<PlannedFile> files = new ArrayList<>();
        for (FoundFile file : Unpacking.of(sent)) {
            files.add(file.skipped() == null ? look(file) : PlannedFile.left(file, file.skipped()));
        }
        files.sort(Comparator.comparing(PlannedFile::date, Comparator.nullsFirst(Comparator.naturalOrder()))
                // 06.md before its copy, 06 (1).md
                .thenComparing(file -> file.name().length())
                .thenComparing(PlannedFile::name));
        return oneFileADay(files);
    }

    private PlannedFile look(FoundFile file) {
        ImportProposal proposal;
        try {
            proposal = journal.propose(file.bytes(), file.datePath());
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
                .map(there -> proposal.identical()
                        || Joining.holds(there.text(), proposal.document().text()))
                .orElse(false);
        Skip skip = same
                ? null
                : date == null ? Skip.of(NO_DATE) : proposal.existing().isPresent() ? Skip.of(TAKEN, date) : null;
        return new PlannedFile(
                file.path(),
                file.datePath(),
                file.bytes(),
                date,
                same ? Step.IDENTICAL : skip == null ? Step.CREATE : Step.SKIP,
                skip,
                proposal.existing().map(there -> there.version()).orElse(null),
                sections(proposal.document().fields()),
                proposal.document().extras().stream()
                        .map(Section::title)
                        .filter(title -> !title.isBlank())
                        .distinct()
                        .limit(HEADINGS)
                        .toList(),
                doubts(proposal));
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
            } else if (!ofDay.isEmpty() && file.step() != Step.IDENTICAL) {
                all.add(file.with(Step.SKIP, Skip.of(SAME_DAY, ofDay.get(0).name()), null));
            } else {
                all.add(file);
            }
            ofDay.add(file);
        }
        return all;
    }

    /** The same for a single file that was looked at before. */
    public PlannedFile look(String datePath, byte[] bytes) {
        return look(new FoundFile(datePath, datePath, bytes, null));
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
        Taking taking = new Taking(journal);
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
