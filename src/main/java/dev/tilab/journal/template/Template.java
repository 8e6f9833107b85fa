package dev.tilab.journal.template;

import java.time.LocalDate;

/** The canonical form of a day with nothing filled in. */
final class Template {

    static String blank(LocalDate date, boolean korean) {
        StringBuilder text = new StringBuilder("# TIL Template\n\n");
        text.append(korean ? "## 날짜: " : "## Date: ").append(date).append("\n\n");
        for (Role role : Role.values()) {
            text.append("### ").append(role.heading(korean)).append('\n');
            if (role == Role.SCRUM) {
                for (ScrumKey key : ScrumKey.values()) {
                    text.append("- ").append(key.name(korean)).append(korean ? " :\n" : ":\n");
                }
            }
            text.append(role == Role.REFERENCES ? "" : "\n");
        }
        return text.toString();
    }

    private Template() {}
}
