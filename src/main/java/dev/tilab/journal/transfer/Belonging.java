package dev.tilab.journal.transfer;

import dev.tilab.journal.attachment.AttachmentPath;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * To which day a file in an archive of ours belongs, and under which path: said in the comment of its entry, where no program but ours
 * looks. Most can be told by the day's text as well; not one that no text calls, or that cannot lie where the text says.
 */
record Belonging(LocalDate day, AttachmentPath path) {

    String comment() {
        return day + " " + path.value();
    }

    /** One a line; what is something else is nobody's. */
    static List<Belonging> of(String comment) {
        return comment == null
                ? List.of()
                : comment.lines().map(Belonging::read).flatMap(Optional::stream).toList();
    }

    private static Optional<Belonging> read(String line) {
        int space = line.indexOf(' ');
        try {
            LocalDate day = LocalDate.parse(line.substring(0, Math.max(0, space)));
            return AttachmentPath.of(line.substring(space + 1)).map(path -> new Belonging(day, path));
        } catch (DateTimeParseException somebodysComment) {
            return Optional.empty();
        }
    }
}
