package dev.tilab.journal.web;

import dev.tilab.journal.Entry;
import dev.tilab.journal.ImportProposal;
import dev.tilab.journal.InvalidEntryException;
import dev.tilab.journal.Journal;
import dev.tilab.journal.template.NotTextException;
import dev.tilab.journal.transfer.Decision;
import dev.tilab.journal.transfer.Imports;
import dev.tilab.journal.transfer.Step;
import dev.tilab.support.CarriedChoice;
import dev.tilab.support.DayWords;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

/** The question that a file raises: which day it is, and what is to become of the entry that has the day already. */
@Component
class ImportPages {

    private static final int LINES_SHOWN = 14;

    private final Journal journal;
    private final Imports imports;
    private final MessageSource messages;
    private final Clock clock;

    ImportPages(Journal journal, Imports imports, MessageSource messages, Clock clock) {
        this.journal = journal;
        this.imports = imports;
        this.messages = messages;
        this.clock = clock;
    }

    /** Whether nothing needs to be asked. */
    static boolean clear(ImportProposal proposal) {
        return proposal.date().isPresent()
                && proposal.existing().isEmpty()
                && !proposal.datesDisagree()
                && !proposal.indexPage();
    }

    /**
     * Puts the day's entry into the trash and stores the file in its place; both or neither.
     *
     * @throws NotTextException when the file is no text; nothing is changed then
     */
    @Transactional(rollbackFor = NotTextException.class)
    public Entry replace(LocalDate day, long version, byte[] bytes, String name) throws NotTextException {
        journal.trash(day, version);
        return journal.bring(day, bytes, name);
    }

    /** Puts the file behind what the day says, as {@link Imports} does with one of many. */
    Imports.Taken add(LocalDate day, long version, byte[] bytes, String name) {
        return imports.take(List.of(new Decision(name, bytes, day, Step.ADD, day, version, List.of())));
    }

    /**
     * @param path the file's, folders included as far as they are known
     * @param existing the entry that has the chosen day, where that is not the proposed one
     * @param problem what is wrong with the date that was typed, or null
     */
    String confirm(
            Model model,
            Locale locale,
            ImportProposal proposal,
            String path,
            byte[] bytes,
            Entry existing,
            String problem) {
        CarriedChoice.offer(model, "confirm", "/journal/import/confirm");
        DayWords words = new DayWords(messages, locale, clock.getZone());
        if (proposal.indexPage()) {
            model.addAttribute("fileName", proposal.fileName());
            return "journal/index-page";
        }
        Optional<Entry> taken = Optional.ofNullable(existing).or(proposal::existing);
        Optional<LocalDate> date = taken.map(Entry::date).or(proposal::date);
        String why = taken.isPresent() ? "taken" : proposal.datesDisagree() ? "disagree" : "date";
        model.addAttribute("why", why);
        model.addAttribute("askArgument", date.map(words::full).orElse(""));
        model.addAttribute("fileName", proposal.fileName());
        model.addAttribute("path", path);
        model.addAttribute("problem", problem);
        model.addAttribute("fileDate", proposal.fileNameDate().map(words::full).orElse(null));
        model.addAttribute("textDate", proposal.textDate().map(words::full).orElse(null));
        model.addAttribute("recognised", Recognised.of(proposal.document().fields(), words));
        model.addAttribute("size", words.message("journal.import.bytes", bytes.length));
        model.addAttribute("content", Base64.getEncoder().encodeToString(bytes));
        model.addAttribute(
                "date",
                date.or(proposal.document()::guessedDate)
                        .or(() -> imports.likely(path))
                        .map(LocalDate::toString)
                        .orElse(""));
        taken.ifPresent(entry -> {
            model.addAttribute("taken", entry.date());
            model.addAttribute("takenWords", words.full(entry.date()));
            model.addAttribute("takenVersion", entry.version());
        });
        List<String> lines = Texts.lines(proposal.document().text());
        model.addAttribute("beginning", String.join("\n", lines.subList(0, Math.min(lines.size(), LINES_SHOWN))));
        return "journal/confirm";
    }

    String why(NotTextException noText, String name, Locale locale) {
        String shown = name.isBlank() ? messages.getMessage("journal.import.pasted", null, locale) : name;
        return messages.getMessage(
                "journal.not-text." + noText.reason().code(), new Object[] {shown, noText.line()}, locale);
    }

    String why(InvalidEntryException wrong, Locale locale) {
        return wrong.problems().stream()
                .map(problem -> problem.message(messages, locale))
                .collect(Collectors.joining(" "));
    }
}
