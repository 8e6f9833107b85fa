package dev.tilab.journal.attachment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A file that is not taken, and why: the end of its message's key below {@code attachment.refused.}. Nothing was saved. */
public final class RefusedFileException extends RuntimeException {

    /** Why, with the status of an answer that says so. */
    public enum Reason {
        /** None was chosen. */
        NONE(400),
        /** There is nothing in it. */
        EMPTY(400),
        /** There is none under this path. */
        GONE(404),
        /** It cannot lie where it should. */
        PATH(400),
        /** More bytes than a file may have. */
        TOO_LARGE(413),
        /** A day has only so much room. */
        DAY_FULL(413),
        /** A day has only so many. */
        TOO_MANY(413),
        /** A picture whose drawing would take too much memory. */
        TOO_MANY_PIXELS(413),
        /** Of a kind that is not kept. */
        TYPE(415),
        /** Called a picture, and none by its content. */
        NO_PICTURE(415),
        /** A picture that cannot be read. */
        DAMAGED(415);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }

        /** End of its message's key. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;
    private final String name;
    private final transient List<Object> arguments;

    /**
     * @param name of the file, as its owner knows it
     * @param more what its message says besides, in its order: what was found, what is allowed
     */
    public RefusedFileException(Reason reason, String name, Object... more) {
        super(reason + ": " + name + " " + List.of(more));
        this.reason = reason;
        this.name = name;
        List<Object> all = new ArrayList<>(List.of(name));
        all.addAll(List.of(more));
        this.arguments = List.copyOf(all);
    }

    /** @param bytes how many came */
    public static RefusedFileException tooLarge(String name, long bytes) {
        return new RefusedFileException(Reason.TOO_LARGE, name, Content.FILE_BYTES, bytes);
    }

    public Reason reason() {
        return reason;
    }

    /** What would be taken, as data; in {@code megapixels}, bytes or files, or names of types. Empty where the message says it all. */
    public Map<String, Object> allowed() {
        return switch (reason) {
            case TOO_LARGE, DAY_FULL, TOO_MANY -> Map.of("max", arguments.get(1));
            case TOO_MANY_PIXELS -> Map.of("megapixels", arguments.get(3));
            case TYPE, NO_PICTURE -> Map.of("options", arguments.get(2));
            default -> Map.of();
        };
    }

    public String name() {
        return name;
    }

    /** For the message: the name, and what is said besides. */
    public Object[] arguments() {
        return arguments.toArray();
    }
}
