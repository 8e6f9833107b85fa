package dev.tilab.journal.transfer;

import java.util.List;

/**
 * Why a file is not imported.
 *
 * @param code end of the message key below {@code transfer.skip.}
 * @param arguments of the message, from {0}
 */
public record Skip(String code, List<Object> arguments) {

    /** Of systems and tools, nobody's diary: told in one sentence, however many there are. */
    public static final String SYSTEM = "system";

    static Skip of(String code, Object... arguments) {
        return new Skip(code, List.of(arguments));
    }
}
