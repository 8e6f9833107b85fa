package dev.tilab.journal.transfer;

import dev.tilab.journal.attachment.RefusedFileException;
import java.util.Arrays;
import java.util.List;

/**
 * A picture or a file that is not taken with its day, and why.
 *
 * @param code end of the message key below {@code attachment.refused.}
 * @param arguments of the message, from {0}: the file first
 */
public record RefusedFile(String code, List<Object> arguments) {

    static RefusedFile of(RefusedFileException refused) {
        return new RefusedFile(refused.reason().code(), Arrays.asList(refused.arguments()));
    }
}
