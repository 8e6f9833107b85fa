package dev.tilab.journal.web;

import dev.tilab.journal.Attachment;
import dev.tilab.support.DayWords;
import java.time.LocalDate;

/**
 * A picture or a file in a list.
 *
 * @param path by which the text calls it
 * @param shown address of the picture for a page, null for what is none
 * @param size in words
 * @param markdown what shows it in the text
 */
record FileRow(String path, String name, String href, String shown, String size, String markdown) {

    private static final int KILO = 1024;

    static FileRow of(LocalDate day, Attachment file, DayWords words) {
        String href = DayFiles.address(day, file);
        boolean picture = file.content().isPicture();
        return new FileRow(
                file.path().value(),
                file.path().name(),
                href,
                picture ? href + "?size=page" : null,
                size(file.size(), words),
                (picture ? "!" : "") + "[" + (picture ? "" : file.path().name()) + "]("
                        + address(file.path().value()) + ")");
    }

    /** The line for a picture, with what was said about it. */
    static String markdown(String path, String alt) {
        String said = alt.replaceAll("[\\[\\]\\s]+", " ").strip();
        return "![" + said + "](" + address(path) + ")";
    }

    /** As Markdown takes it: brackets and spaces would end the address. */
    private static String address(String path) {
        return path.replace("%", "%25")
                .replace(" ", "%20")
                .replace("(", "%28")
                .replace(")", "%29")
                .replace("<", "%3C")
                .replace(">", "%3E")
                .replace("#", "%23")
                .replace("?", "%3F");
    }

    private static String size(long bytes, DayWords words) {
        return bytes < KILO * KILO
                ? words.message("attachment.size.kb", (bytes + KILO - 1) / KILO)
                : words.message("attachment.size.mb", Math.round(bytes * 10.0 / KILO / KILO) / 10.0);
    }
}
