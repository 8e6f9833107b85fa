package dev.tilab.journal.transfer;

import dev.tilab.journal.Attachments;
import dev.tilab.journal.DateTakenException;
import dev.tilab.journal.Entry;
import dev.tilab.journal.InvalidEntryException;
import dev.tilab.journal.Journal;
import dev.tilab.journal.Limits;
import dev.tilab.journal.StaleEntryException;
import dev.tilab.journal.TooLargeException;
import dev.tilab.journal.UnknownEntryException;
import dev.tilab.journal.attachment.AttachmentPath;
import dev.tilab.journal.attachment.RefusedFileException;
import dev.tilab.journal.template.NotTextException;
import dev.tilab.journal.template.TilDocument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the files of an import as it was decided. Nothing is done that was not seen before: else it stays open, and says why. */
final class Taking {

    private final Journal journal;
    private final Attachments attachments;

    /** Versions of the days that this import itself has saved: their owner has decided knowing of those. */
    private final Map<LocalDate, Long> made = new HashMap<>();

    Taking(Journal journal, Attachments attachments) {
        this.journal = journal;
        this.attachments = attachments;
    }

    Done take(Decision decision) {
        LocalDate date = decision.date();
        if (decision.step() == Step.SKIP) {
            return Done.of(date, Step.SKIP);
        }
        if (decision.step() == Step.IDENTICAL) {
            return Done.of(date, Step.IDENTICAL);
        }
        if (date == null) {
            return Done.open(null, Imports.NO_DATE);
        }
        if (date.isBefore(Limits.FIRST_DAY) || date.isAfter(Limits.LAST_DAY)) {
            return Done.open(date, "out-of-range", Limits.FIRST_DAY, Limits.LAST_DAY);
        }
        try {
            Done done = save(decision, date);
            return done.open() ? done : attached(done, decision.files());
        } catch (DateTakenException | StaleEntryException | UnknownEntryException raced) {
            return Done.open(date, "changed", date);
        } catch (TooLargeException tooLarge) {
            return Done.open(date, "too-large", tooLarge.limit());
        } catch (InvalidEntryException tooManyItems) {
            return Done.open(date, "too-many-items");
        } catch (NotTextException noText) {
            return Done.open(date, noText.reason().code(), noText.line());
        }
    }

    private Done save(Decision decision, LocalDate date) throws NotTextException {
        if (decision.step() == Step.CREATE) {
            try {
                return saved(journal.bring(date, decision.bytes(), decision.name()), Step.CREATE);
            } catch (DateTakenException taken) {
                return Arrays.equals(taken.existing().bytes(), decision.bytes())
                        ? Done.of(date, Step.IDENTICAL)
                        : Done.open(date, Imports.TAKEN, date);
            }
        }
        Optional<Entry> existing = journal.find(date);
        if (existing.isEmpty()) {
            return saved(journal.bring(date, decision.bytes(), decision.name()), Step.CREATE);
        }
        Entry there = existing.get();
        if (Arrays.equals(there.bytes(), decision.bytes())) {
            return Done.of(date, Step.IDENTICAL);
        }
        boolean seen = date.equals(decision.seenDate()) && decision.seen() == there.version()
                || Long.valueOf(there.version()).equals(made.get(date));
        if (!seen) {
            return Done.open(date, "changed", date);
        }
        if (decision.step() == Step.REPLACE) {
            return saved(journal.replace(date, there.version(), decision.bytes()), Step.REPLACE);
        }
        TilDocument added = journal.propose(decision.bytes(), decision.name()).document();
        return Joining.holds(there.text(), added, date)
                ? Done.of(date, Step.IDENTICAL)
                : saved(journal.rewrite(date, there.version(), Joining.of(there.text(), added, date)), Step.ADD);
    }

    /** What cannot be kept is told and keeps nothing else away; another file that the day has under the path stays, unless all is replaced. */
    private Done attached(Done done, List<AttachedFile> files) {
        Map<AttachmentPath, String> there = new HashMap<>();
        if (!files.isEmpty()) {
            attachments.of(done.date()).forEach(one -> there.put(one.path(), one.sha256()));
        }
        boolean replaces = done.step() == Step.CREATE || done.step() == Step.REPLACE;
        int count = 0;
        List<RefusedFile> refused = new ArrayList<>();
        for (AttachedFile file : files) {
            String other = there.get(file.path());
            if (other != null && other.equals(Beside.sha256(file.bytes()))) {
                continue;
            }
            if (other != null && !replaces) {
                refused.add(new RefusedFile("other-there", List.of(file.path().value())));
                continue;
            }
            try {
                attachments.attach(done.date(), file.path(), file.bytes());
                count++;
            } catch (RefusedFileException notKept) {
                refused.add(RefusedFile.of(notKept));
            }
        }
        Step step = done.step() == Step.IDENTICAL && count > 0 ? Step.ADD : done.step();
        return new Done(done.date(), step, false, null, count, List.copyOf(refused));
    }

    private Done saved(Entry entry, Step step) {
        made.put(entry.date(), entry.version());
        return Done.of(entry.date(), step);
    }
}
