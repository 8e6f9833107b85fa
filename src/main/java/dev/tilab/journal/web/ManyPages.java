package dev.tilab.journal.web;

import dev.tilab.journal.transfer.Decision;
import dev.tilab.journal.transfer.Done;
import dev.tilab.journal.transfer.ImportRefusedException;
import dev.tilab.journal.transfer.Imports;
import dev.tilab.journal.transfer.PlannedFile;
import dev.tilab.journal.transfer.SentFile;
import dev.tilab.journal.transfer.Skip;
import dev.tilab.journal.transfer.Step;
import dev.tilab.support.CarriedChoice;
import dev.tilab.support.DayWords;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What many files would become, to be decided; and what became of them, with what is still open to be decided once more. */
@Component
class ManyPages {

    private final Imports imports;
    private final MessageSource messages;
    private final Clock clock;

    ManyPages(Imports imports, MessageSource messages, Clock clock) {
        this.imports = imports;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * A day that was saved.
     *
     * @param files how many pictures and files came with it
     * @param refused which could not be kept, and why
     */
    record Saved(LocalDate date, String words, String step, int files, List<String> refused) {}

    /** @throws ImportRefusedException when it is too much */
    String plan(List<SentFile> sent, Model model, Locale locale) {
        List<PlannedFile> files = imports.look(sent);
        Map<PlannedFile, Integer> numbers = new IdentityHashMap<>();
        for (PlannedFile file : files) {
            numbers.put(file, numbers.size());
        }
        return plan(files, numbers, Map.of(), model, locale);
    }

    /**
     * The same question once more, with what was decided so far.
     *
     * @param decided of each file, by its number
     */
    String again(
            List<Parcels.Numbered> sent,
            List<PlannedFile> aside,
            Map<Integer, Decision> decided,
            Model model,
            Locale locale) {
        Map<byte[], Integer> numbered = new IdentityHashMap<>();
        sent.forEach(file -> numbered.put(file.bytes(), file.number()));
        List<PlannedFile> files = new ArrayList<>(
                imports.again(sent.stream().map(ManyPages::known).toList()));
        Map<PlannedFile, Integer> numbers = new IdentityHashMap<>();
        files.forEach(file -> numbers.put(file, numbered.getOrDefault(file.bytes(), -1)));
        files.addAll(aside);
        return plan(files, numbers, decided, model, locale);
    }

    private static Imports.Known known(Parcels.Numbered file) {
        return new Imports.Known(file.path(), file.name(), file.bytes(), file.files());
    }

    private String plan(
            List<PlannedFile> files,
            Map<PlannedFile, Integer> numbers,
            Map<Integer, Decision> decided,
            Model model,
            Locale locale) {
        DayWords words = words(locale);
        List<ManyRow> asked = new ArrayList<>();
        List<ManyRow> clear = new ArrayList<>();
        List<ManyRow> identical = new ArrayList<>();
        List<ManyRow> left = new ArrayList<>();
        List<PlannedFile> aside = new ArrayList<>();
        List<Parcels.Numbered> travelling = new ArrayList<>();
        String folder = commonFolder(files.stream().map(PlannedFile::name).toList());
        int ofSystems = 0;
        for (PlannedFile file : files) {
            int number = numbers.getOrDefault(file, -1);
            Decision decision = decided.get(number);
            if (file.step() == Step.IDENTICAL) {
                identical.add(ManyRow.of(number, file, folder, file.date(), file.step(), file.skip(), words));
                aside.add(file);
            } else if (file.bytes() == null) {
                boolean system = file.skip() != null && file.skip().code().equals(Skip.SYSTEM);
                ofSystems += system ? 1 : 0;
                if (!system) {
                    left.add(ManyRow.of(number, file, folder, file.date(), file.step(), file.skip(), words));
                }
                aside.add(file);
            } else {
                LocalDate date = decision == null ? file.date() : decision.date();
                boolean other = date != null && !date.equals(file.date());
                PlannedFile shown = other
                        ? imports.again(
                                new Imports.Known(file.name(), file.datePath(), file.bytes(), file.files()), date)
                        : file;
                Step step = decision == null ? file.offered() : decision.step();
                (file.asks() ? asked : clear)
                        .add(ManyRow.of(number, shown, folder, date, step, other ? shown.skip() : file.skip(), words));
                travelling.add(new Parcels.Numbered(
                        number, file.name(), file.datePath(), file.bytes(), file.date(), file.files()));
            }
        }
        model.addAttribute("count", files.size() - ofSystems);
        model.addAttribute("aside", Aside.of(aside));
        return show(asked, clear, travelling, model, "identical", identical, "left", left, "ofSystems", ofSystems);
    }

    /**
     * @param decided what was decided about each file
     * @param done what became of each, in the same order
     * @param before what was done with parts that were sent before this one
     */
    String result(
            List<Parcels.Numbered> sent,
            List<Decision> decided,
            List<Done> done,
            Map<Step, Integer> before,
            Model model,
            Locale locale) {
        DayWords words = words(locale);
        List<ManyRow> open = new ArrayList<>();
        List<Parcels.Numbered> travelling = new ArrayList<>();
        List<Saved> saved = new ArrayList<>();
        Map<Step, Integer> counts = new EnumMap<>(before);
        for (int i = 0; i < done.size(); i++) {
            Done what = done.get(i);
            Parcels.Numbered file = sent.get(i);
            if (what.open()) {
                LocalDate date = decided.get(i).date();
                PlannedFile again = imports.again(known(file), date);
                open.add(ManyRow.of(
                        file.number(), again, "", date, decided.get(i).step(), what.why(), words));
                travelling.add(new Parcels.Numbered(
                        file.number(), file.path(), file.name(), file.bytes(), date, file.files()));
                continue;
            }
            counts.merge(what.step(), 1, Integer::sum);
            if (what.step() == Step.CREATE || what.step() == Step.REPLACE || what.step() == Step.ADD) {
                saved.add(new Saved(
                        what.date(),
                        words.full(what.date()),
                        what.step().id(),
                        what.files(),
                        ManyRow.refused(what.refused(), words)));
            }
        }
        for (Step step : Step.values()) {
            model.addAttribute("done" + step.id(), counts.get(step));
        }
        return show(open, List.of(), travelling, model, "saved", saved, "identical", List.of(), "left", List.of());
    }

    /** With its slash; empty where files lie apart. */
    private static String commonFolder(List<String> paths) {
        String common = paths.isEmpty() ? "" : paths.get(0);
        for (String path : paths) {
            while (!path.startsWith(common) || !common.isEmpty() && !common.endsWith("/")) {
                common = common.substring(0, common.lastIndexOf('/', common.length() - 2) + 1);
            }
        }
        return common;
    }

    private static String show(
            List<ManyRow> asked,
            List<ManyRow> clear,
            List<Parcels.Numbered> travelling,
            Model model,
            Object... attributes) {
        model.addAttribute("asked", asked);
        model.addAttribute("clear", clear);
        model.addAttribute("parcels", Parcels.of(travelling));
        if (!asked.isEmpty() || model.getAttribute("aside") != null) {
            CarriedChoice.offer(model, "many", "/journal/import/many/again");
        }
        for (int i = 0; i < attributes.length; i += 2) {
            model.addAttribute((String) attributes[i], attributes[i + 1]);
        }
        return "journal/import-many";
    }

    String why(ImportRefusedException tooMuch, Locale locale) {
        Object[] arguments = {tooMuch.file(), tooMuch.value(), tooMuch.allowed()};
        return messages.getMessage("transfer.refused." + tooMuch.code(), arguments, locale);
    }

    private DayWords words(Locale locale) {
        return new DayWords(messages, locale, clock.getZone());
    }
}
