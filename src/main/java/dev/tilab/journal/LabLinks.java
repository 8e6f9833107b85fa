package dev.tilab.journal;

import java.util.regex.Pattern;

/** Whether a text tells of a run in a lab: a link to one stands in it, with or without the name of the server that gave it. */
final class LabLinks {

    private static final Pattern LINK = Pattern.compile(
            "(?:(?:^|[\\s<(])|\\]\\(|https?://[^\\s/()<>]{1,255})/labs/[a-z][a-z0-9-]{0,60}(?=[?#)>\\s]|$)",
            Pattern.MULTILINE);

    private LabLinks() {}

    static boolean in(String text) {
        return text.contains("/labs/")
                && Prose.lines(text)
                        .map(Prose.Line::prose)
                        .anyMatch(line ->
                                line.contains("/labs/") && LINK.matcher(line).find());
    }
}
