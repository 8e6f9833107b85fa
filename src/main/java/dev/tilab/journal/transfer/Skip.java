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

    /** Neither Markdown nor text: no day, but perhaps a picture or a file of one. */
    public static final String TYPE = "type";

    /** An archive of ours says that it is a file of a day, which is not in it. */
    public static final String BELONGS = "belongs";

    static Skip of(String code, Object... arguments) {
        return new Skip(code, List.of(arguments));
    }
}
