package dev.tilab.journal.web;

import dev.tilab.journal.Journal;
import dev.tilab.journal.transfer.Layout;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where the whole journal is downloaded: in which folders its days shall lie is chosen there, beside what each is for. */
@Controller
class ExportController {

    private final Journal journal;

    ExportController(Journal journal) {
        this.journal = journal;
    }

    @GetMapping("/journal/export")
    String ask(Model model) {
        model.addAttribute("count", journal.count());
        model.addAttribute("layouts", Layout.ids());
        return "journal/export";
    }
}
